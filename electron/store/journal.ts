import { hash } from 'node:crypto'
import type { Value } from '#shared/tables'

/**
 * The journal is the sync log, the audit trail and the undo source in one. Each replica numbers its
 * own entries and chains them by hash. A transaction begins with a header entry (table
 * `transaction`) that says who, when by the laptop's clock, for what, how many entries follow, and
 * the causal past as the difference to the header before; the entries of the changed rows follow.
 * Invariant: hash(n) = SHA-256(hash(n−1) ‖ content(n)), hash(0) = SHA-256(vault id, replica id).
 */
export interface JournalEntry {
  readonly replicaId: string
  readonly seq: number
  readonly lamport: number
  readonly table: string
  readonly rowId: string
  /** Canonical JSON of the fields that changed. */
  readonly fields: string
}

/** The table name under which a transaction's header stands. */
export const transactionTable = 'transaction'

/** JSON with its keys in order, so that one content has one text on every laptop. */
export function canonical(fields: Readonly<Record<string, Value>>): string {
  return JSON.stringify(fields, Object.keys(fields).sort())
}

/** The hash before a replica's first entry. */
export function genesis(vaultId: string, replicaId: string): Buffer {
  return hash('sha256', `xuncheng journal\n${vaultId}\n${replicaId}`, 'buffer')
}

/** The hash of an entry behind the one before it. */
export function entryHash(before: Uint8Array, entry: JournalEntry): Buffer {
  const head = `${entry.replicaId}\n${entry.seq}\n${entry.lamport}\n${entry.table}\n${entry.rowId}\n`
  return hash('sha256', Buffer.concat([before, Buffer.from(head + entry.fields)]), 'buffer')
}

/** Who wrote a field: Lamport counter, replica, entry. Greater wins; the replica breaks a tie. */
export interface Stamp {
  readonly lamport: number
  readonly replicaId: string
  readonly seq: number
}

export function stampText(stamp: Stamp): string {
  return `${stamp.lamport}.${stamp.seq}.${stamp.replicaId}`
}

/**
 * The stamps of a row after some of its fields were written: `{stamp: [fields]}`, so that the one
 * stamp of an import's row is written once and not for every field. Fields that nobody wrote yet
 * hold their default and have none.
 */
export function stamped(before: string, fields: readonly string[], stamp: string): string {
  const stamps = new Map(Object.entries(JSON.parse(before) as Record<string, string[]>))
  for (const [known, names] of stamps) {
    const rest = names.filter((name) => !fields.includes(name))
    if (rest.length === 0) stamps.delete(known)
    else stamps.set(known, rest)
  }
  if (fields.length > 0) stamps.set(stamp, [...fields].sort())
  return JSON.stringify(Object.fromEntries([...stamps].sort(([a], [b]) => (a < b ? -1 : 1))))
}
