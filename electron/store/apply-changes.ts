import { shapeOf, type TableName, type Value } from '#shared/tables'
import { statement, type ReadableDb, type Row, type WritableDb } from './driver.ts'
import {
  canonical,
  entryHash,
  stamped,
  stampText,
  transactionTable,
  type JournalEntry,
} from './journal.ts'

/** What one row shall hold: all fields of a new row, or only those that change. */
export interface Change {
  readonly table: TableName
  readonly id: string
  readonly fields: Readonly<Record<string, Value>>
}

/** Who changes something, when by the laptop's clock, and for what (`roster.import`). */
export interface Occasion {
  readonly userId: string
  readonly at: string
  readonly purpose: string
}

/** Rebuilds derived rows inside the transaction that changed what they are derived from. */
export interface Deriver {
  readonly tables: readonly TableName[]
  derive(db: WritableDb, touched: readonly Touched[]): void
  /** Derived rows that are not what the facts say, as `table row: fault`. */
  faults(db: ReadableDb): readonly string[]
}

export interface Touched {
  readonly table: TableName
  readonly id: string
}

/** The one handle that writes, with this laptop's identity. */
export interface Writer {
  readonly db: WritableDb
  readonly replicaId: string
  readonly derivers: readonly Deriver[]
  /** Told after the commit which tables changed. */
  readonly onCommit: (tables: ReadonlySet<TableName>) => void
}

export interface Applied {
  /** The id of the transaction's header, '' when nothing was different. */
  readonly transactionId: string
  readonly changed: readonly Touched[]
}

interface Head {
  readonly seq: number
  readonly hash: Buffer
  readonly lamport: number
}

type Entry = Pick<JournalEntry, 'table' | 'rowId' | 'fields'>

/**
 * The one way to write: rows, journal, clock and derived data in one transaction, or nothing.
 * A change that would alter nothing leaves no entry. Returns after COMMIT: what it answers is kept.
 */
export function applyChanges(
  writer: Writer,
  occasion: Occasion,
  changes: readonly Change[],
): Applied {
  const applied = writer.db.transaction(() => write(writer, occasion, changes)).immediate()
  if (applied.changed.length > 0) writer.onCommit(new Set(applied.changed.map((t) => t.table)))
  return applied
}

/** The same, taken back at its end: says what would be written, or throws what would be thrown. */
export function rehearseChanges(
  writer: Writer,
  occasion: Occasion,
  changes: readonly Change[],
): Applied {
  const { db } = writer
  db.exec('BEGIN IMMEDIATE')
  try {
    const applied = write(writer, occasion, changes)
    // Links are checked at the commit that will not come.
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} broken links`)
    return applied
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

function write(writer: Writer, occasion: Occasion, changes: readonly Change[]): Applied {
  const { db } = writer
  const head = ownHead(writer)
  const lamport = head.lamport + 1
  const entries: Entry[] = []
  for (const asked of changes) {
    const change = wellFormed(asked)
    const stamp = { lamport, replicaId: writer.replicaId, seq: head.seq + 2 + entries.length }
    const fields = writeRow(db, change, stamp)
    if (fields) entries.push({ table: change.table, rowId: change.id, fields: canonical(fields) })
  }
  if (entries.length === 0) return { transactionId: '', changed: [] }
  const transactionId = `${writer.replicaId}-${head.seq + 1}`
  appendJournal(writer, head, [header(writer, transactionId, occasion, entries.length), ...entries])
  const changed = entries.map((e) => ({ table: e.table as TableName, id: e.rowId }))
  for (const deriver of writer.derivers) {
    const touched = changed.filter((t) => deriver.tables.includes(t.table))
    if (touched.length > 0) deriver.derive(db, touched)
  }
  return { transactionId, changed }
}

/** SQLite keeps no lone half of a surrogate pair; the journal must hold what the row holds. */
function wellFormed(change: Change): Change {
  const fields = Object.entries(change.fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value,
  ])
  return { ...change, fields: Object.fromEntries(fields) as Change['fields'] }
}

type RowStamp = { readonly lamport: number; readonly replicaId: string; readonly seq: number }

/** Writes one row; answers the fields that became different, or null when none did. */
function writeRow(db: WritableDb, change: Change, stamp: RowStamp): Change['fields'] | null {
  const shape = shapeOf(change.table)
  if (!shape) throw new Error(`unknown table ${change.table}`)
  for (const name of Object.keys(change.fields))
    if (!Object.hasOwn(shape.columns, name))
      throw new Error(`unknown column ${change.table}.${name}`)
  const before = statement(db, `SELECT * FROM ${change.table} WHERE id = ?`).get(change.id) as
    Row | undefined
  // Only what was asked is journalled and stamped: a default is nobody's word and must lose every merge.
  const row = { ...shape.columns, ...change.fields }
  if (shape.kind === 'fact') {
    if (before) return sameFact(change, before)
    insert(db, change, {
      ...row,
      origin_replica: stamp.replicaId,
      origin_seq: stamp.seq,
      lamport: stamp.lamport,
    })
    return change.fields
  }
  if (!before) {
    insert(db, change, {
      ...row,
      stamps: stamped('{}', Object.keys(change.fields), stampText(stamp)),
    })
    return change.fields
  }
  return update(db, change, before, stampText(stamp))
}

/** A fact is never changed; writing the same one again is no change, another one is a bug. */
function sameFact(change: Change, before: Row): null {
  for (const [name, value] of Object.entries(change.fields))
    if (before[name] !== value)
      throw new Error(`fact ${change.table} ${change.id} cannot be changed`)
  return null
}

function insert(db: WritableDb, change: Change, row: Readonly<Record<string, Value>>): void {
  const names = Object.keys(row)
  const sql = `INSERT INTO ${change.table} (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`
  statement(db, sql).run(change.id, ...Object.values(row))
}

function update(
  db: WritableDb,
  change: Change,
  before: Row,
  stamp: string,
): Change['fields'] | null {
  const different = Object.entries(change.fields).filter(([name, value]) => before[name] !== value)
  if (different.length === 0) return null
  const names = different.map(([name]) => name)
  const stamps = stamped(before['stamps'] as string, names, stamp)
  const sql = `UPDATE ${change.table} SET ${names.map((n) => `${n} = ?`).join(', ')}, stamps = ? WHERE id = ?`
  statement(db, sql).run(...different.map(([, value]) => value), stamps, change.id)
  return Object.fromEntries(different)
}

function ownHead(writer: Writer): Head {
  const row = statement(writer.db, 'SELECT seq, head, lamport FROM replica WHERE id = ?').get(
    writer.replicaId,
  ) as { seq: number; head: Buffer; lamport: number } | undefined
  if (!row) throw new Error('the vault does not know its own replica')
  return { seq: row.seq, hash: row.head, lamport: row.lamport }
}

function header(writer: Writer, id: string, occasion: Occasion, entries: number): Entry {
  const news = statement(
    writer.db,
    'SELECT id, seq FROM replica WHERE own = 0 AND seq > announced ORDER BY id',
  ).all() as { id: string; seq: number }[]
  statement(writer.db, 'UPDATE replica SET announced = seq WHERE own = 0 AND seq > announced').run()
  const past = JSON.stringify(Object.fromEntries(news.map((r) => [r.id, r.seq])))
  const { userId, at, purpose } = occasion
  return {
    table: transactionTable,
    rowId: id,
    fields: canonical({ user: userId, at, purpose, entries, past }),
  }
}

function appendJournal(writer: Writer, head: Head, entries: readonly Entry[]): void {
  const add = statement(
    writer.db,
    `INSERT INTO journal (replica_id, seq, lamport, table_name, row_id, fields, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const lamport = head.lamport + 1
  let seq = head.seq
  let hash = head.hash
  for (const entry of entries) {
    seq += 1
    hash = entryHash(hash, { ...entry, replicaId: writer.replicaId, seq, lamport })
    add.run(writer.replicaId, seq, lamport, entry.table, entry.rowId, entry.fields, hash)
  }
  statement(writer.db, 'UPDATE replica SET seq = ?, head = ?, lamport = ? WHERE id = ?').run(
    seq,
    hash,
    lamport,
    writer.replicaId,
  )
}
