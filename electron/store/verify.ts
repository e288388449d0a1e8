import { tables, type TableName, type Value } from '#shared/tables'
import type { Deriver } from './apply-changes.ts'
import { statement, type ReadableDb, type Row } from './driver.ts'
import { entryHash, genesis, stamped, stampText, type JournalEntry } from './journal.ts'

export interface Checked {
  readonly integrity: string
  readonly foreignKeys: string
  readonly journal: {
    readonly entries: number
    readonly chainOk: boolean
    readonly faults: readonly string[]
  }
  readonly rows: { readonly checked: number; readonly faults: readonly string[] }
}

/** What is to be said of a database that cannot be read at all. */
export function unreadable(integrity: string): Checked {
  return {
    integrity,
    foreignKeys: '',
    journal: { entries: 0, chainOk: false, faults: [] },
    rows: { checked: 0, faults: [] },
  }
}

/** At most so many faults are named; the first ones say where to look. */
const mostFaults = 100

/**
 * Checks the whole database: SQLite's own checks, every journal entry against its hash and its
 * neighbours, every row against what the journal says it holds, and derived rows against the facts.
 */
export function checkDatabase(
  db: ReadableDb,
  vaultId: string,
  derivers: readonly Deriver[] = [],
): Checked {
  const integrity = (db.pragma('integrity_check') as { integrity_check: string }[])
    .map((line) => line.integrity_check)
    .join('\n')
  const broken = db.pragma('foreign_key_check') as { table: string }[]
  return {
    integrity,
    foreignKeys: broken.length === 0 ? 'ok' : [...new Set(broken.map((b) => b.table))].join(', '),
    journal: checkChain(db, vaultId),
    rows: checkRows(db, derivers),
  }
}

interface ReplicaRow {
  readonly id: string
  readonly seq: number
  readonly head: Buffer
}

function checkChain(db: ReadableDb, vaultId: string): Checked['journal'] {
  const faults: string[] = []
  let entries = 0
  for (const replica of statement(
    db,
    'SELECT id, seq, head FROM replica ORDER BY id',
  ).all() as ReplicaRow[])
    entries += checkReplica(db, vaultId, replica, faults)
  const strangers = statement(
    db,
    'SELECT DISTINCT replica_id AS id FROM journal WHERE replica_id NOT IN (SELECT id FROM replica)',
  ).all() as { id: string }[]
  for (const stranger of strangers) faults.push(`${stranger.id}: unknown replica`)
  return { entries, chainOk: faults.length === 0, faults: faults.slice(0, mostFaults) }
}

type StoredEntry = JournalEntry & { readonly hash: Buffer }

function checkReplica(
  db: ReadableDb,
  vaultId: string,
  replica: ReplicaRow,
  faults: string[],
): number {
  let before: Buffer = genesis(vaultId, replica.id)
  let expected = 1
  const read = statement(
    db,
    `SELECT replica_id AS replicaId, seq, lamport, table_name AS "table", row_id AS rowId, fields, hash
     FROM journal WHERE replica_id = ? ORDER BY seq`,
  )
  for (const entry of read.iterate(replica.id) as IterableIterator<StoredEntry>) {
    if (entry.seq !== expected) faults.push(`${replica.id} ${expected}: entry missing`)
    else if (!entryHash(before, entry).equals(entry.hash))
      faults.push(`${replica.id} ${entry.seq}: entry changed`)
    before = entry.hash
    expected = entry.seq + 1
  }
  if (expected - 1 !== replica.seq)
    faults.push(`${replica.id} ${expected}: entries missing at the end`)
  else if (!before.equals(replica.head))
    faults.push(`${replica.id} ${replica.seq}: not the last entry that was written`)
  return expected - 1
}

/** Folds the journal to what every row must hold and compares it with what the tables hold. */
function checkRows(db: ReadableDb, derivers: readonly Deriver[]): Checked['rows'] {
  const faults: string[] = []
  let checked = 0
  const names = Object.keys(tables) as TableName[]
  for (const table of names) {
    const expected = foldTable(db, table)
    for (const row of statement(db, `SELECT * FROM ${table}`).iterate() as IterableIterator<Row>) {
      const id = row['id'] as string
      const fields = expected.get(id)
      checked += 1
      if (!fields) faults.push(`${table} ${id}: not in the journal`)
      else if (!holds(row, fields)) faults.push(`${table} ${id}: differs from the journal`)
      expected.delete(id)
    }
    for (const id of expected.keys()) faults.push(`${table} ${id}: missing`)
  }
  for (const deriver of derivers) faults.push(...deriver.faults(db))
  return { checked, faults: faults.slice(0, mostFaults) }
}

type Fields = Record<string, Value>

/** Later writes win by (Lamport counter, replica), as everywhere. */
function foldTable(db: ReadableDb, table: TableName): Map<string, Fields> {
  const rows = new Map<string, Fields>()
  const read = statement(
    db,
    `SELECT row_id AS rowId, fields, replica_id AS replicaId, seq, lamport FROM journal
     WHERE table_name = ? ORDER BY lamport, replica_id, seq`,
  )
  for (const entry of read.iterate(table) as IterableIterator<StoredEntry>) {
    const before = rows.get(entry.rowId)
    const fields = parsed(entry.fields)
    const known = { ...(before ?? tables[table].columns), ...fields }
    rows.set(entry.rowId, { ...known, ...originOf(table, entry, before, fields) })
  }
  return rows
}

/** Where a fact came from, or who wrote which field: order and merging hang on it. */
function originOf(
  table: TableName,
  entry: StoredEntry,
  before: Fields | undefined,
  fields: Fields,
): Fields {
  const { replicaId, seq, lamport } = entry
  if (tables[table].kind === 'fact') return { origin_replica: replicaId, origin_seq: seq, lamport }
  const stamps = (before?.['stamps'] ?? '{}') as string
  return { stamps: stamped(stamps, Object.keys(fields), stampText(entry)) }
}

/** An entry that is no JSON was tampered with; the chain names it, here it only must not stop the check. */
function parsed(fields: string): Fields {
  try {
    return { ...(JSON.parse(fields) as Fields | null) }
  } catch {
    return {}
  }
}

function holds(row: Row, fields: Fields): boolean {
  return Object.entries(fields).every(([name, value]) => row[name] === value)
}
