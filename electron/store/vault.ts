import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ok, refuse, type Result } from '#shared/core/result'
import type { TableName } from '#shared/tables'
import {
  applyChanges,
  rehearseChanges,
  type Applied,
  type Change,
  type Deriver,
  type Occasion,
  type Writer,
} from './apply-changes.ts'
import { openWritable, statement, type ReadableDb, type WritableDb } from './driver.ts'
import { derivedId, subKey } from './keys.ts'
import { openEnvelope, refuseFile } from './login.ts'
import { migrate, VaultFromFuture } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { claimVault, type Claim } from './ownership.ts'
import { damagedPages, rawFile } from './page-check.ts'
import { isSealIntact, readVaultFile, type VaultFile } from './vault-file.ts'
import { checkDatabase, unreadable, type Checked } from './verify.ts'

/** An open vault: reads through `db`, writes only through `apply`. */
export interface Vault {
  readonly folder: string
  readonly vaultId: string
  readonly replicaId: string
  readonly demo: boolean
  readonly db: ReadableDb
  readonly claim: Claim
  /** The key of data.db, for the read-only handles of workers and checks. */
  readonly databaseKey: Uint8Array
  readonly apply: (occasion: Occasion, changes: readonly Change[]) => Applied
  /** As `apply`, and taken back before it is committed: what would happen. */
  readonly rehearse: (occasion: Occasion, changes: readonly Change[]) => Applied
  /** Checks every byte of the database and every row; a damaged file is an answer, not an error. */
  check(): Checked
  /** The id that every laptop gives to the row of this business key. */
  idOf(table: TableName, ...key: readonly string[]): string
  close(): void
}

export interface OpenOptions {
  readonly derivers: readonly Deriver[]
  readonly onCommit: (tables: ReadonlySet<TableName>) => void
}

/**
 * Opens the vault for a user of this laptop. `user` '' means the first administrator. Refuses by
 * name: no vault, in use, unknown user, wrong password, damaged, written by a newer version.
 */
export async function openVault(
  folder: string,
  login: { readonly user: string; readonly password: string },
  options: OpenOptions,
): Promise<Result<{ readonly vault: Vault; readonly userId: string }>> {
  const read = readVaultFile(folder)
  if (read.state !== 'ok') return refuseFile(read.state, folder)
  const opened = await openEnvelope(read.file, login)
  if (!opened.ok) return opened
  if (!isSealIntact(read.file, opened.value.replicaKey))
    return refuse('vault-damaged', { what: 'vault.json' })
  const claim = await claimSoon(folder)
  if (!claim) return refuse('vault-in-use', { folder })
  const vault = openDatabase({
    folder,
    file: read.file,
    key: opened.value.replicaKey,
    claim,
    options,
  })
  if (!vault.ok) {
    claim.release()
    return vault
  }
  return ok({ vault: vault.value, userId: opened.value.userId })
}

/** Somebody who only looks whether the vault is owned holds the lock for a moment. */
async function claimSoon(folder: string): Promise<Claim | null> {
  for (let tries = 0; tries < 5; tries += 1) {
    const claim = claimVault(folder)
    if (claim) return claim
    await wait(40)
  }
  return null
}

interface Opening {
  readonly folder: string
  readonly file: VaultFile
  readonly key: Uint8Array
  readonly claim: Claim
  readonly options: OpenOptions
}

function openDatabase(opening: Opening): Result<Vault> {
  const databaseKey = subKey(opening.key, 'database')
  const path = join(opening.folder, 'data.db')
  if (isEmptyFile(path)) return refuse('vault-damaged', { what: 'data.db' })
  let db: WritableDb
  try {
    db = openWritable(path, databaseKey)
  } catch (error) {
    if (isDamage(error)) return refuse('vault-damaged', { what: 'data.db' })
    throw error
  }
  try {
    migrate(db, migrations)
    return ok(vaultOver(db, databaseKey, opening))
  } catch (error) {
    db.close()
    if (error instanceof VaultFromFuture) return refuse('vault-too-new', { folder: opening.folder })
    if (isDamage(error)) return refuse('vault-damaged', { what: 'data.db' })
    throw error
  }
}

/** A vault has had tables since its first day; SQLite would take an empty file for a new database. */
function isEmptyFile(path: string): boolean {
  return existsSync(path) && statSync(path).size === 0
}

function vaultOver(db: WritableDb, databaseKey: Uint8Array, opening: Opening): Vault {
  const { folder, file, claim, options } = opening
  const own = statement(db, 'SELECT id FROM replica WHERE own = 1').get() as { id: string }
  const secret = statement(db, `SELECT value FROM secret WHERE name = 'id'`).get() as {
    value: Buffer
  }
  const writer: Writer = {
    db,
    replicaId: own.id,
    derivers: options.derivers,
    onCommit: options.onCommit,
  }
  const raw = rawFile(join(folder, 'data.db'))
  return {
    folder,
    vaultId: file.vaultId,
    replicaId: own.id,
    demo: file.demo,
    db,
    claim,
    databaseKey,
    apply: (occasion, changes) => applyChanges(writer, occasion, changes),
    rehearse: (occasion, changes) => rehearseChanges(writer, occasion, changes),
    check: () => checkVault(db, opening, () => damagedPages(raw, databaseKey)),
    idOf: (table, ...key) => derivedId(secret.value, table, key),
    close: () => {
      db.close()
      raw.close()
      claim.release()
    },
  }
}

function checkVault(
  db: WritableDb,
  opening: Opening,
  damagedPages: () => readonly number[],
): Checked {
  const checked = checkReadable(db, opening)
  const damaged = damagedPages()
  const faults = [
    ...(checked.integrity === 'ok' ? [] : [checked.integrity]),
    ...damaged.map((page) => `page ${page} damaged`),
  ]
  return faults.length === 0 ? checked : { ...checked, integrity: faults.join('\n') }
}

function checkReadable(db: WritableDb, { file, options }: Opening): Checked {
  try {
    // What waits in the write-ahead log is written to its pages first, so that the file is whole.
    db.pragma('wal_checkpoint(TRUNCATE)')
    return checkDatabase(db, file.vaultId, options.derivers)
  } catch (error) {
    if (!isDamage(error)) throw error
    return unreadable(error instanceof Error ? error.message : String(error))
  }
}

/** SQLite's words for a file that is not what it was. */
export function isDamage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR)/.test(code)
}
