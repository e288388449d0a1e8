import { initialsOf } from '#shared/people/initials'
import type { Learner } from '#shared/sessions/contract'
import { stillHeld, type RosterBatchReport } from '#shared/sessions/held-rows'
import { all, first, integer, text, type ReadableDb } from '#electron/store/driver'

/** The people on a session's roster, in the order in which they were enrolled. */
export function rosterOf(db: ReadableDb, sessionId: string): Learner[] {
  return all(
    db,
    `SELECT enrollment.id AS enrollment_id, teacher.id AS teacher_id, teacher.name, doc_type, doc_no,
       phone, subject, title, origin, coalesce(unit.name, '') AS unit
     FROM enrollment JOIN teacher ON teacher.id = teacher_id
     LEFT JOIN unit ON unit.id = enrollment.unit_id
     WHERE session_id = ? AND enrollment.removed = 0 ORDER BY position, enrollment.id`,
    [sessionId],
    (row) => ({
      enrollmentId: text(row, 'enrollment_id'),
      teacherId: text(row, 'teacher_id'),
      name: text(row, 'name'),
      initials: [...initialsOf(text(row, 'name'))],
      docType: text(row, 'doc_type'),
      docNo: text(row, 'doc_no'),
      unit: text(row, 'unit'),
      origin: text(row, 'origin'),
      phone: text(row, 'phone'),
      subject: text(row, 'subject'),
      title: text(row, 'title'),
    }),
  )
}

export interface StoredEnrollment {
  readonly id: string
  readonly unitId: string
  readonly removed: boolean
}

export function enrollmentOf(
  db: ReadableDb,
  sessionId: string,
  teacherId: string,
): StoredEnrollment | null {
  const sql = 'SELECT id, unit_id, removed FROM enrollment WHERE session_id = ? AND teacher_id = ?'
  return first(db, sql, [sessionId, teacherId], (row) => ({
    id: text(row, 'id'),
    unitId: text(row, 'unit_id'),
    removed: integer(row, 'removed') === 1,
  }))
}

export function lastPosition(db: ReadableDb, sessionId: string): number {
  const sql = 'SELECT coalesce(max(position), 0) AS n FROM enrollment WHERE session_id = ?'
  return first(db, sql, [sessionId], (row) => integer(row, 'n')) ?? 0
}

/** Held rows of the session's imports that no later import has settled. */
export function heldRows(db: ReadableDb, sessionId: string): ReturnType<typeof stillHeld> {
  const batches = all(
    db,
    `SELECT file_name, imported_at, report FROM import_batch
     WHERE session_id = ? AND what = 'roster' ORDER BY lamport, origin_replica`,
    [sessionId],
    (row) => ({
      fileName: text(row, 'file_name'),
      at: text(row, 'imported_at'),
      report: JSON.parse(text(row, 'report')) as RosterBatchReport,
    }),
  )
  return stillHeld(batches)
}
