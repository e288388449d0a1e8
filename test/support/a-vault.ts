import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Contract } from '#shared/contract'
import type { ContractRouterClient } from '@orpc/contract'
import { attendanceDeriver } from '#electron/attendance/derive'
import type { Connection } from '#electron/context'
import { createCore, type Core } from '#electron/core'
import { openWritable, type WritableDb } from '#electron/store/driver'
import { subKey, type RandomBytes } from '#electron/store/keys'
import { createVault } from '#electron/store/create-vault'
import { openEnvelope } from '#electron/store/login'
import { openVault, type Vault } from '#electron/store/vault'
import { readVaultFile } from '#electron/store/vault-file'
import { userChange } from '#electron/vault/users'

export const password = 'jiaoyu-2024'
export const admin = '李敏'

/** A folder of this test file alone, gone when it ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xuncheng-test-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Chance that is the same in every run. */
export function seededRandom(seed: string): RandomBytes {
  let drawn = 0
  return (n) => {
    const blocks: Buffer[] = []
    for (let length = 0; length < n; length += 32) {
      blocks.push(createHash('sha256').update(`${seed} ${drawn}`).digest())
      drawn += 1
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, n))
  }
}

/** A clock that stands until it is moved. */
export interface AClock {
  readonly now: () => number
  readonly advance: (minutes: number) => void
}

export function aClock(start = '2024-04-16T08:25:00+08:00'): AClock {
  let at = Date.parse(start)
  return {
    now: () => at,
    advance: (minutes) => {
      at += minutes * 60_000
    },
  }
}

/** A closed vault on disk that may be copied again and again: its password was worked on only once. */
export interface ClosedVault {
  readonly folder: string
  readonly vaultId: string
  readonly recoveryKey: string
  readonly replicaKey: Uint8Array
  /** A copy in another folder, to be damaged. */
  readonly copy: () => string
  /** The database of a folder, as someone with the key but without the program would open it. */
  readonly database: (folder: string) => WritableDb
  readonly open: (folder?: string) => Promise<Vault>
}

/** A real encrypted vault in a temporary folder. */
export async function aVault(seed = 'vault'): Promise<ClosedVault> {
  const above = aFolder()
  const folder = join(above, 'vault')
  const created = await createVault({
    folder,
    org: '建安区教师进修学校',
    demo: false,
    admin: { id: 'user-1', name: admin, password },
    random: seededRandom(seed),
    occasion: { userId: 'user-1', at: '2024-04-16T08:25:00.000+08:00', purpose: 'test' },
    changes: [userChange({ id: 'user-1', name: admin }, 'principal')],
  })
  if (!created.ok) throw new Error(created.refusal.code)
  const read = readVaultFile(folder)
  if (read.state !== 'ok') throw new Error(read.state)
  const opened = await openEnvelope(read.file, { user: '', password })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { replicaKey } = opened.value
  let copies = 0
  return {
    folder,
    vaultId: created.value.vaultId,
    recoveryKey: created.value.recoveryKey,
    replicaKey,
    copy: () => {
      copies += 1
      const copy = join(above, `copy-${copies}`)
      cpSync(folder, copy, { recursive: true })
      return copy
    },
    database: (at) => openWritable(join(at, 'data.db'), subKey(replicaKey, 'database')),
    open: async (at = folder) => {
      const options = { derivers: [attendanceDeriver], onCommit: () => undefined }
      const vault = await openVault(at, { user: '', password }, options)
      if (!vault.ok) throw new Error(vault.refusal.code)
      return vault.value.vault
    },
  }
}

export type Ask = ContractRouterClient<Contract>

export interface ACore {
  readonly core: Core
  readonly folder: string
  readonly clock: AClock
  /** Asks as a terminal that has logged in. */
  readonly ask: Ask
  /** Asks on a connection of its own. */
  readonly connect: (connection?: Partial<Connection>) => Ask
  /** What the core wrote to its log. */
  readonly logged: readonly string[]
}

/** A core with an open vault, asked by the contract in this process. */
export async function aCore(seed = 'core'): Promise<ACore> {
  const above = aFolder()
  const folder = join(above, 'vault')
  const clock = aClock()
  const logged: string[] = []
  const core = createCore({
    folder,
    demoFolder: join(above, 'demo'),
    now: clock.now,
    random: seededRandom(seed),
    log: (line, details) => {
      logged.push(`${line} ${JSON.stringify(details)}`)
    },
  })
  afterAll(() => core.close())
  const connect = (connection: Partial<Connection> = {}): Ask =>
    core.connect({ host: 'terminal', mayUsePaths: true, login: null, ...connection }).ask()
  const ask = connect()
  await ask.vault.create({ org: '建安区教师进修学校', region: '411003', admin, password })
  return { core, folder, clock, ask, connect, logged }
}
