import { existsSync } from 'node:fs'
import { passwordFault } from '#shared/vault/model'
import { ok, refuse, type Result } from '#shared/core/result'
import type { TableName } from '#shared/tables'
import commonPasswords from '#resources/common-passwords.json' with { type: 'json' }
import type { Change, Deriver, Occasion } from '#electron/store/apply-changes'
import type { RandomBytes } from '#electron/store/keys'
import { createVault } from '#electron/store/create-vault'
import { loginToOpen, resetPassword } from '#electron/store/login'
import { openVault, type Vault } from '#electron/store/vault'
import { readVaultFile, type VaultFile } from '#electron/store/vault-file'

export type Changed = ReadonlySet<TableName>

/** The one vault that this core may own, and who wants to know when it changes. */
export interface Desk {
  folder(): string
  /** The folder that demonstrations use, beside the real one. */
  demoFolder(): string
  exists(): boolean
  /** vault.json as it stands, null when there is none that can be read. */
  file(): VaultFile | null
  vault(): Vault | null
  /** Counts how often a vault was opened: a login holds for one opening. */
  opening(): number
  create(wanted: WantedVault): ReturnType<typeof createVault>
  /** Opens the vault, or only checks the password when it is open already. Answers the user's id. */
  unlock(login: Login): Promise<Result<{ readonly userId: string }>>
  /** Gives a user a new password by the recovery key. */
  recover(reset: Reset): Promise<Result<{ readonly userId: string }>>
  lock(): Promise<void>
  /** Leaves the present vault for another folder; '' for the one the core was started with. */
  moveTo(folder: string): Promise<void>
  subscribe(listener: (changed: Changed) => void): () => void
}

interface Login {
  readonly user: string
  readonly password: string
}

interface Reset extends Login {
  readonly recoveryKey: string
}

interface WantedVault {
  readonly org: string
  readonly admin: { readonly id: string; readonly name: string; readonly password: string }
  readonly demo: boolean
  /** The first records, written before the vault stands in its place. */
  readonly occasion: Occasion
  readonly changes: readonly Change[]
}

export interface DeskOptions {
  readonly folder: string
  readonly demoFolder: string
  readonly derivers: readonly Deriver[]
  readonly random: RandomBytes
  /** Called when a vault was opened or closed, so that the host can announce or withdraw its address. */
  readonly onVault: (vault: Vault | null) => void
}

export function createDesk(options: DeskOptions): Desk {
  const { tell, subscribe } = createListeners()
  const { random } = options
  const inTurn = createQueue()
  let folder = options.folder
  let vault: Vault | null = null
  let opening = 0

  const close = (): void => {
    if (!vault) return
    options.onVault(null)
    vault.close()
    vault = null
    tell(new Set())
  }
  const open = async (login: Login): Promise<Result<{ readonly userId: string }>> => {
    if (vault) return loginToOpen(vault, login)
    const opened = await openVault(folder, login, { derivers: options.derivers, onCommit: tell })
    if (!opened.ok) return opened
    vault = opened.value.vault
    opening += 1
    options.onVault(vault)
    tell(new Set())
    return ok({ userId: opened.value.userId })
  }
  return {
    folder: () => folder,
    demoFolder: () => options.demoFolder,
    exists: () => existsSync(folder) && readVaultFile(folder).state !== 'missing',
    file: () => fileIn(folder),
    vault: () => vault,
    opening: () => opening,
    create: (wanted) =>
      inTurn(async () => {
        const weak = refuseWeak(wanted.admin.password)
        return weak ?? createVault({ ...wanted, folder, random })
      }),
    unlock: (login) => inTurn(() => open(login)),
    recover: (reset) =>
      inTurn(() => refuseWeak(reset.password) ?? resetPassword(folder, reset, random)),
    lock: () => inTurn(close),
    moveTo: (next) =>
      inTurn(() => {
        close()
        folder = next === '' ? options.folder : next
        tell(new Set())
      }),
    subscribe,
  }
}

function refuseWeak(password: string): Result<never> | null {
  const fault = passwordFault(password, commonPasswords)
  return fault ? refuse(fault) : null
}

/**
 * Work on the desk goes one after the other: a window that logs in while another opens the
 * demonstration must never end up in the other's vault.
 */
function createQueue(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
}

function createListeners(): {
  readonly tell: (changed: Changed) => void
  readonly subscribe: (listener: (changed: Changed) => void) => () => void
} {
  const listeners = new Set<(changed: Changed) => void>()
  return {
    tell: (changed) => {
      for (const listener of listeners) listener(changed)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function fileIn(folder: string): VaultFile | null {
  const read = readVaultFile(folder)
  return read.state === 'ok' ? read.file : null
}
