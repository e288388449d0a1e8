import Database from 'better-sqlite3'

/** A handle that may only read; a function that takes it cannot write. */
export type ReadableDb = Database.Database & { readonly __readable: never }
/** The core's one handle that writes; only apply-changes, migrations and derived data take it. */
export type WritableDb = ReadableDb & { readonly __writable: never }

/** The WAL-reset corruption bug of 3.7.0–3.51.2 is fixed from this version on (sqlite.org/wal.html). */
const oldestSqlite = [3, 51, 3] as const

/** Opens an encrypted database for writing, made if `create`. Throws SQLITE_NOTADB for a wrong key. */
export function openWritable(path: string, key: Uint8Array, create = false): WritableDb {
  const db = new Database(path, { fileMustExist: !create, timeout: 5000 })
  prepare(db, key)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  return db as unknown as WritableDb
}

/** Opens an encrypted database for reading, as workers and checks do. */
export function openReadable(path: string, key: Uint8Array): ReadableDb {
  const db = new Database(path, { fileMustExist: true, readonly: true, timeout: 5000 })
  prepare(db, key)
  return db as unknown as ReadableDb
}

function prepare(db: Database.Database, key: Uint8Array): void {
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  // This build would spill sorts and temporary tables to disk in clear.
  db.pragma('temp_store = MEMORY')
  const version = db.prepare('SELECT sqlite_version() AS v').get() as { v: string }
  if (isOlder(version.v.split('.').map(Number))) {
    db.close()
    throw new Error(`SQLite ${version.v} is older than ${oldestSqlite.join('.')}`)
  }
  // The first read proves the key.
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
}

/** The version of the database that the driver brings along. */
export function sqliteVersion(): string {
  const db = new Database(':memory:')
  try {
    return db.prepare('SELECT sqlite_version()').pluck().get() as string
  } finally {
    db.close()
  }
}

function isOlder(version: readonly number[]): boolean {
  const at = oldestSqlite.findIndex((part, i) => (version[i] ?? 0) !== part)
  return at >= 0 && (version[at] ?? 0) < (oldestSqlite[at] ?? 0)
}

const statements = new WeakMap<object, Map<string, Database.Statement>>()

/** A prepared statement, kept for the life of the handle. */
export function statement(db: ReadableDb, sql: string): Database.Statement {
  let known = statements.get(db)
  if (!known) statements.set(db, (known = new Map<string, Database.Statement>()))
  let prepared = known.get(sql)
  if (!prepared) known.set(sql, (prepared = db.prepare(sql)))
  return prepared
}

/** All rows of a query, each parsed by `toModel`. */
export function all<T>(
  db: ReadableDb,
  sql: string,
  params: readonly unknown[],
  toModel: (row: Row) => T,
): T[] {
  return (statement(db, sql).all(...params) as Row[]).map(toModel)
}

/** The first row of a query, or null. */
export function first<T>(
  db: ReadableDb,
  sql: string,
  params: readonly unknown[],
  toModel: (row: Row) => T,
): T | null {
  const row = statement(db, sql).get(...params) as Row | undefined
  return row ? toModel(row) : null
}

/** One stored row; `text` and `integer` read its columns and notice a wrong name at once. */
export type Row = Readonly<Record<string, string | number | Buffer | null>>

export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`column ${column} is not text`)
  return value
}

export function integer(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`column ${column} is not a number`)
  return value
}
