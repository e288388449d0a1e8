import type { Verified } from '#shared/vault/contract'
import { occasionOf, os, vaultOf, type Context } from '#electron/context'
import { refuseWith, valueOf } from '#electron/ipc/refusals'
import { settingChange } from '#electron/store/settings'
import { isDamage } from '#electron/store/vault'
import { checkDatabase, type Checked } from '#electron/store/verify'
import { userById, userChange } from './users.ts'

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
    const user = userById(vaultOf(context).db, userId)
    return { user: user ?? refuseWith('unknown-user', { user: input.user }) }
  }),
  lock: os.vault.lock.handler(({ context }) => {
    vaultOf(context)
    context.desk.lock()
    return { locked: true as const }
  }),
  verify: os.vault.verify.handler(({ context }) => verify(context)),
}

const nothingChecked = { foreignKeys: '', rows: { checked: 0, faults: [] } }

function verify(context: Context): Verified {
  const vault = vaultOf(context)
  const about = { replicaId: vault.replicaId, blobs: { checked: 0, bad: [] } }
  try {
    const checked = checkDatabase(vault.db, vault.vaultId)
    const { journal, rows } = checked
    return {
      ...about,
      ok: isSound(checked),
      integrity: checked.integrity,
      foreignKeys: checked.foreignKeys,
      journal: { ...journal, faults: [...journal.faults] },
      rows: { ...rows, faults: [...rows.faults] },
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    const integrity = error instanceof Error ? error.message : ''
    const journal = { entries: 0, chainOk: false, faults: [] }
    return { ...about, ...nothingChecked, ok: false, integrity, journal }
  }
}

function isSound({ integrity, foreignKeys, journal, rows }: Checked): boolean {
  const isWhole = integrity === 'ok' && foreignKeys === 'ok'
  return isWhole && journal.chainOk && rows.faults.length === 0
}
