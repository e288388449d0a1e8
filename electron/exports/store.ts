import { all, integer, text, type ReadableDb } from '#electron/store/driver'

export interface StoredBatch {
  readonly batchId: string
  readonly sessionId: string
  readonly sessionName: string
  readonly profile: string
  readonly fileName: string
  readonly rows: number
  readonly at: string
  readonly by: string
  readonly sha256: string
  readonly entryIds: readonly string[]
}

/** The files that were made, newest first; of one session, or of all when '' is given. */
export function batchesOf(db: ReadableDb, sessionId: string): StoredBatch[] {
  return all(
    db,
    `SELECT export_batch.*, session.name AS session_name, coalesce("user".name, '') AS user_name
     FROM export_batch JOIN session ON session.id = session_id
     LEFT JOIN "user" ON "user".id = by_user
     WHERE ? IN ('', session_id) ORDER BY export_batch.lamport DESC`,
    [sessionId],
    (row) => ({
      batchId: text(row, 'id'),
      sessionId: text(row, 'session_id'),
      sessionName: text(row, 'session_name'),
      profile: text(row, 'profile'),
      fileName: text(row, 'file_name'),
      rows: integer(row, 'row_count'),
      at: text(row, 'exported_at'),
      by: text(row, 'user_name'),
      sha256: text(row, 'sha256'),
      entryIds: JSON.parse(text(row, 'entry_ids')) as string[],
    }),
  )
}
