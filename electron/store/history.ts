import type { TableName, Value } from '#shared/tables'
import { statement, type ReadableDb } from './driver.ts'
import { transactionTable } from './journal.ts'

export interface Transaction {
  readonly purpose: string
  readonly userId: string
  readonly at: string
  readonly entries: readonly {
    readonly table: TableName
    readonly rowId: string
    readonly fields: Readonly<Record<string, Value>>
  }[]
}

/** What one transaction wrote, read from the journal; null when there is no such transaction. */
export function entriesOfTransaction(db: ReadableDb, transactionId: string): Transaction | null {
  const header = statement(
    db,
    'SELECT replica_id, seq, fields FROM journal WHERE row_id = ? AND table_name = ?',
  ).get(transactionId, transactionTable) as
    { replica_id: string; seq: number; fields: string } | undefined
  if (!header) return null
  const head = JSON.parse(header.fields) as {
    user: string
    at: string
    purpose: string
    entries: number
  }
  const rows = statement(
    db,
    `SELECT table_name, row_id, fields FROM journal
     WHERE replica_id = ? AND seq > ? AND seq <= ? ORDER BY seq`,
  ).all(header.replica_id, header.seq, header.seq + head.entries) as {
    table_name: string
    row_id: string
    fields: string
  }[]
  return {
    purpose: head.purpose,
    userId: head.user,
    at: head.at,
    entries: rows.map((row) => ({
      table: row.table_name as TableName,
      rowId: row.row_id,
      fields: JSON.parse(row.fields) as Record<string, Value>,
    })),
  }
}
