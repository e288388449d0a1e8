import { statfsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { lastClaimedTime } from '#electron/attendance/store'
import { occasionOf, os, userIdOf, vaultOf, type Context } from '#electron/context'
import { refuseWith, valueOf } from '#electron/ipc/refusals'
import { settingChange, settingOf } from '#electron/store/settings'
import { userChange, userById } from '#electron/store/users'
import { checkDatabase } from '#electron/store/verify'
import { isDamage } from '#electron/store/vault'
import { version } from '#electron/version'
import type { State, Verified } from '#shared/vault/contract'
import { tablesChanged } from './changes.ts'

export const systemHandlers = {
  state: os.system.state.handler(({ context }) => stateOf(context)),
  changes: os.system.changes.handler(({ context, signal }) => tablesChanged(context.desk, signal)),
  doctor: os.system.doctor.handler(({ context }) => ({ findings: findings(context) })),
}

export const vaultHandlers = {
  create: os.vault.create.handler(async ({ input, context }) => {
    const { desk, connection } = context
    const admin = { id: context.newId(), name: input.admin, password: input.password }
    const created = valueOf(await desk.create({ org: input.org, admin, demo: false }))
    const { userId } = valueOf(await desk.unlock({ user: input.admin, password: input.password }))
    connection.login = { userId, opening: desk.opening() }
    vaultOf(context).apply(occasionOf(context, 'vault.create'), [
      settingChange('org', input.org),
      settingChange('region', input.region),
      userChange(admin, 'principal'),
    ])
    return created
  }),
  unlock: os.vault.unlock.handler(async ({ input, context }) => {
    const { desk, connection } = context
    const { userId } = valueOf(await desk.unlock(input))
    connection.login = { userId, opening: desk.opening() }
    return {
      user:
        userById(vaultOf(context).db, userId) ?? refuseWith('unknown-user', { user: input.user }),
    }
  }),
  lock: os.vault.lock.handler(({ context }) => {
    vaultOf(context)
    context.desk.lock()
    return { locked: true as const }
  }),
  verify: os.vault.verify.handler(({ context }) => verify(context)),
}

function stateOf(context: Context): State {
  const { desk, connection } = context
  const file = desk.file()
  const vault = desk.vault()
  const user = vault ? userById(vault.db, userIdOf(context)) : null
  const users = (file?.envelopes ?? []).flatMap((e) =>
    e.kind === 'user' ? [{ id: e.userId, name: e.name }] : [],
  )
  return {
    vault: !desk.exists() ? 'none' : user ? 'open' : 'locked',
    demo: file?.demo ?? false,
    org: file?.org ?? '',
    region: vault && user ? settingOf(vault.db, 'region') : '',
    vaultId: file?.vaultId ?? '',
    replicaId: vault && user ? vault.replicaId : '',
    user,
    users,
    version,
    host: connection.host,
    now: context.now(),
    lastEventAt: vault && user ? lastClaimedTime(vault.db) : '',
  }
}

function verify(context: Context): Verified {
  const vault = vaultOf(context)
  const blobs = { checked: 0, bad: [] }
  try {
    const checked = checkDatabase(vault.db, vault.vaultId)
    const { integrity, foreignKeys, journal, rows } = checked
    const isSound =
      integrity === 'ok' && foreignKeys === 'ok' && journal.chainOk && rows.faults.length === 0
    return {
      ok: isSound,
      replicaId: vault.replicaId,
      integrity,
      foreignKeys,
      journal: { ...journal, faults: [...journal.faults] },
      rows: { ...rows, faults: [...rows.faults] },
      blobs,
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    const journal = { entries: 0, chainOk: false, faults: [] }
    const integrity = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      replicaId: vault.replicaId,
      integrity,
      foreignKeys: '',
      journal,
      rows: { checked: 0, faults: [] },
      blobs,
    }
  }
}

type Findings = {
  what:
    'node' | 'driver' | 'sqlite' | 'folder' | 'disk' | 'clock' | 'fonts' | 'network' | 'electron'
  state: 'good' | 'doubtful' | 'bad'
  value: string
}[]

/** Under half a gigabyte a backup may not fit. */
const littleDisk = 512 * 1024 * 1024

function findings(context: Context): Findings {
  const { desk } = context
  const vault = desk.vault()
  const disk = statfsSync(existing(desk.folder()))
  const free = disk.bavail * disk.bsize
  const lastAt = vault ? lastClaimedTime(vault.db) : ''
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => address.address)
  return [
    { what: 'node', state: 'good', value: process.versions.node },
    { what: 'electron', state: 'good', value: process.versions['electron'] ?? '–' },
    { what: 'folder', state: desk.exists() ? 'good' : 'doubtful', value: desk.folder() },
    {
      what: 'disk',
      state: free < littleDisk ? 'bad' : 'good',
      value: `${Math.round(free / 1024 / 1024)} MB`,
    },
    { what: 'clock', state: context.now() < lastAt ? 'doubtful' : 'good', value: context.now() },
    { what: 'fonts', state: 'good', value: 'Noto Sans SC' },
    { what: 'network', state: 'good', value: addresses.join(', ') || '–' },
  ]
}

/** The nearest folder above that exists, to ask for the room on its disk. */
function existing(folder: string): string {
  try {
    statfsSync(folder)
    return folder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return existing(resolve(folder, '..'))
  }
}
