import { timingSafeEqual } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
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
import { genesis } from './journal.ts'
import {
  derivedId,
  formatRecoveryKey,
  openByPassword,
  openByRecovery,
  sealForRecovery,
  sealForUser,
  subKey,
  type Envelope,
  type RandomBytes,
} from './keys.ts'
import { migrate, VaultFromFuture } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { claimVault, type Claim } from './ownership.ts'
import { damagedPages, rawFile } from './page-check.ts'
import {
  flushFolder,
  isSealIntact,
  readVaultFile,
  writeVaultFile,
  type VaultFile,
} from './vault-file.ts'
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

export interface NewVault {
  readonly folder: string
  readonly org: string
  readonly demo: boolean
  readonly admin: { readonly id: string; readonly name: string; readonly password: string }
  readonly random: RandomBytes
  /** The first records; a vault that is broken off before them is never there at all. */
  readonly occasion: Occasion
  readonly changes: readonly Change[]
}

export interface OpenOptions {
  readonly derivers: readonly Deriver[]
  readonly onCommit: (tables: ReadonlySet<TableName>) => void
}

/** Makes a vault in a folder that is missing or empty. Answers the recovery key, which is kept nowhere. */
export async function createVault(
  wanted: NewVault,
): Promise<
  Result<{ readonly vaultId: string; readonly replicaId: string; readonly recoveryKey: string }>
> {
  const { folder, random } = wanted
  if (readVaultFile(folder).state !== 'missing') return refuse('vault-exists', { folder })
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return refuse('folder-not-empty', { folder })
  const [vaultId, replicaId] = [newId(random), newId(random)]
  const [replicaKey, recovery] = [random(32), random(16)]
  // Built beside its place and moved there whole: a crash leaves no half vault that looks like one.
  const beside = `${folder}.new-${replicaId.slice(0, 8)}`
  mkdirSync(dirname(folder), { recursive: true })
  for (const part of ['', 'blobs', 'backups', 'outbox'])
    mkdirSync(join(beside, part), { recursive: true, mode: 0o700 })
  try {
    firstRows(openWritable(join(beside, 'data.db'), subKey(replicaKey, 'database'), true), {
      vaultId,
      replicaId,
      wanted,
    })
    const envelopes = [
      await sealForUser(wanted.admin, replicaKey, random),
      sealForRecovery(recovery, replicaKey, random),
    ]
    writeVaultFile(beside, { vaultId, org: wanted.org, demo: wanted.demo, envelopes }, replicaKey)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(beside, folder)
    flushFolder(dirname(folder))
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  return ok({ vaultId, replicaId, recoveryKey: formatRecoveryKey(recovery) })
}

function firstRows(
  db: WritableDb,
  { vaultId, replicaId, wanted }: { vaultId: string; replicaId: string; wanted: NewVault },
): void {
  try {
    migrate(db, migrations)
    db.prepare('INSERT INTO replica VALUES (?, 1, 0, ?, 0, 0)').run(
      replicaId,
      genesis(vaultId, replicaId),
    )
    const keep = db.prepare('INSERT INTO secret VALUES (?, ?)')
    keep.run('id', Buffer.from(wanted.random(32)))
    keep.run('school-key-1', Buffer.from(wanted.random(32)))
    const writer = { db, replicaId, derivers: [], onCommit: () => undefined }
    applyChanges(writer, wanted.occasion, wanted.changes)
  } finally {
    db.close()
  }
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

/** Why a folder's vault.json cannot be used, as a refusal. */
export function refuseFile(
  state: 'missing' | 'damaged' | 'too-new',
  folder: string,
): Result<never> {
  switch (state) {
    case 'missing':
      return refuse('no-vault', { folder })
    case 'too-new':
      return refuse('vault-too-new', { folder })
    case 'damaged':
      return refuse('vault-damaged', { what: 'vault.json' })
  }
}

/**
 * A second login to a vault that is open already: the password must open an envelope that holds
 * this vault's own key, in a vault.json that carries its seal.
 */
export async function loginToOpen(
  vault: Vault,
  login: { readonly user: string; readonly password: string },
): Promise<Result<{ readonly userId: string }>> {
  const read = readVaultFile(vault.folder)
  if (read.state !== 'ok') return refuseFile(read.state, vault.folder)
  const opened = await openEnvelope(read.file, login)
  if (!opened.ok) return opened
  const { userId, replicaKey } = opened.value
  const isOwn = timingSafeEqual(subKey(replicaKey, 'database'), vault.databaseKey)
  return isOwn && isSealIntact(read.file, replicaKey)
    ? ok({ userId })
    : refuse('vault-damaged', { what: 'vault.json' })
}

/**
 * Gives a user a new password by the recovery key; vault.json is written anew, whole or not at all.
 * Refuses `wrong-recovery-key`, `unknown-user` and what `openVault` refuses of a damaged file.
 */
export async function resetPassword(
  folder: string,
  reset: { readonly recoveryKey: string; readonly user: string; readonly password: string },
  random: RandomBytes,
): Promise<Result<{ readonly userId: string }>> {
  const read = readVaultFile(folder)
  if (read.state !== 'ok') return refuseFile(read.state, folder)
  const { envelopes, vaultId, org, demo } = read.file
  const recovery = envelopes.find((e) => e.kind === 'recovery')
  const replicaKey = recovery ? openByRecovery(recovery, reset.recoveryKey) : null
  if (!replicaKey) return refuse('wrong-recovery-key')
  if (!isSealIntact(read.file, replicaKey)) return refuse('vault-damaged', { what: 'vault.json' })
  const known = envelopeOf(read.file, reset.user)
  if (!known) return refuse('unknown-user', { user: reset.user })
  const user = { id: known.userId, name: known.name, password: reset.password }
  const sealed = await sealForUser(user, replicaKey, random)
  const renewed = envelopes.map((e) => (e === known ? sealed : e))
  writeVaultFile(folder, { vaultId, org, demo, envelopes: renewed }, replicaKey)
  return ok({ userId: known.userId })
}

/** The envelope of a user by name or id; '' means the first administrator. */
function envelopeOf(file: VaultFile, user: string): Extract<Envelope, { kind: 'user' }> | null {
  const users = file.envelopes.filter((e) => e.kind === 'user')
  const found = user === '' ? users[0] : users.find((e) => e.name === user || e.userId === user)
  return found ?? null
}

/** The key that a password opens in a vault.json, as yet unproven. */
export async function openEnvelope(
  file: VaultFile,
  login: { readonly user: string; readonly password: string },
): Promise<Result<{ readonly userId: string; readonly replicaKey: Uint8Array }>> {
  const envelope = envelopeOf(file, login.user)
  if (!envelope) return refuse('unknown-user', { user: login.user })
  const replicaKey = await openByPassword(envelope, login.password)
  return replicaKey
    ? ok({ userId: envelope.userId, replicaKey })
    : refuse('wrong-password', { user: envelope.name })
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

function newId(random: RandomBytes): string {
  return Buffer.from(random(16)).toString('hex')
}
