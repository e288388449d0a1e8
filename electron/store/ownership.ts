import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { writeWhole } from './vault-file.ts'

/**
 * One core owns a vault at a time. The claim is an exclusive SQLite lock on an empty file: the
 * system gives it back when the process dies, however it dies, so no stale lock is ever to be judged.
 * Beside it stands core.json, which names the owner's socket and a token that only this user can read.
 */
export interface Claim {
  /** Tells other processes where this core listens. */
  announce(address: CoreAddress): void
  /** From now on nobody new finds this core. */
  withdraw(): void
  release(): void
}

const addressSchema = z.object({ pid: z.number().int(), socket: z.string(), token: z.string() })
export type CoreAddress = z.infer<typeof addressSchema>

/** Claims the vault in a folder; null when another core has it. */
export function claimVault(folder: string): Claim | null {
  const lock = new Database(join(folder, 'core.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null
    throw error
  }
  // A core that was killed leaves its address behind: nobody listens there any more.
  rmSync(addressPath(folder), { force: true })
  let isFound = true
  const withdraw = (): void => {
    if (isFound) rmSync(addressPath(folder), { force: true })
    isFound = false
  }
  return {
    announce: (address) => {
      if (!isFound) return
      writeWhole(addressPath(folder), JSON.stringify(address))
      chmodSync(addressPath(folder), 0o600)
    },
    withdraw,
    release: () => {
      withdraw()
      lock.close()
    },
  }
}

/** Where the core that owns this vault listens, null when nobody has said so. */
export function addressOfOwner(folder: string): CoreAddress | null {
  try {
    const read = addressSchema.safeParse(JSON.parse(readFileSync(addressPath(folder), 'utf8')))
    return read.success ? read.data : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError)
      return null
    throw error
  }
}

function addressPath(folder: string): string {
  return join(folder, 'core.json')
}
