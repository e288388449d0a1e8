import type { Instant } from '#shared/core/dates'
import {
  attendanceStatuses,
  presenceKinds,
  type Leave,
  type Override,
  type PresenceEvent,
} from '#shared/attendance/model'
import type { AttendanceFacts } from '#shared/attendance/conclude'
import {
  all,
  first,
  integer,
  statement,
  text,
  type ReadableDb,
  type Row,
} from '#electron/store/driver'

/** The order of facts: Lamport counter, then replica, as everywhere; never the clock. */
const inOrder = 'ORDER BY lamport, origin_replica, origin_seq'

/** A fact of a kind that this version does not know is kept, and says nothing here. */
function toEvent(row: Row): Omit<PresenceEvent, 'order'> | null {
  const kind = presenceKinds.find((known) => known === row['kind'])
  if (!kind) return null
  return {
    id: text(row, 'id'),
    lessonId: text(row, 'lesson_id'),
    teacherId: text(row, 'teacher_id'),
    kind,
    at: text(row, 'claimed_at') as Instant,
    means: text(row, 'means'),
    annuls: text(row, 'annuls'),
  }
}

function numbered<T>(rows: readonly (T | null)[]): (T & { readonly order: number })[] {
  return rows.filter((row) => row !== null).map((row, order) => ({ ...row, order }))
}

export function eventsOf(db: ReadableDb, lessonId: string, teacherId: string): PresenceEvent[] {
  const sql = `SELECT * FROM presence_event WHERE lesson_id = ? AND teacher_id = ? ${inOrder}`
  return numbered(all(db, sql, [lessonId, teacherId], toEvent))
}

export function eventsOfLesson(db: ReadableDb, lessonId: string): PresenceEvent[] {
  return numbered(
    all(db, `SELECT * FROM presence_event WHERE lesson_id = ? ${inOrder}`, [lessonId], toEvent),
  )
}

export function overridesOf(db: ReadableDb, lessonId: string, teacherId: string): Override[] {
  const sql = `SELECT * FROM attendance_override WHERE lesson_id = ? AND teacher_id = ? ${inOrder}`
  return numbered(all(db, sql, [lessonId, teacherId], toOverride))
}

function toOverride(row: Row): Omit<Override, 'order'> | null {
  const status = ['' as const, ...attendanceStatuses].find((known) => known === row['status'])
  if (status === undefined) return null
  return { id: text(row, 'id'), status, reason: text(row, 'reason'), annuls: text(row, 'annuls') }
}

/** The approved leave of one teacher for one lesson before any that waits; null when there is none. */
export function leaveOf(db: ReadableDb, lessonId: string, teacherId: string): Leave | null {
  const sql = `SELECT kind, approved FROM leave WHERE lesson_id = ? AND teacher_id = ? AND removed = 0
               ORDER BY approved DESC, id`
  return first(db, sql, [lessonId, teacherId], (row) => ({
    kind: text(row, 'kind'),
    approved: integer(row, 'approved') === 1,
  }))
}

export function factsOf(db: ReadableDb, lessonId: string, teacherId: string): AttendanceFacts {
  return {
    events: eventsOf(db, lessonId, teacherId),
    overrides: overridesOf(db, lessonId, teacherId),
    leave: leaveOf(db, lessonId, teacherId),
  }
}

/** A concluded status as it is kept between two changes of its facts. */
export interface StoredAttendance {
  readonly teacherId: string
  readonly status: (typeof attendanceStatuses)[number]
  readonly differences: string[]
  readonly override: string
}

export function attendanceOfLesson(db: ReadableDb, lessonId: string): StoredAttendance[] {
  return all(db, 'SELECT * FROM attendance WHERE lesson_id = ?', [lessonId], (row) => ({
    teacherId: text(row, 'teacher_id'),
    status: attendanceStatuses.find((status) => status === row['status']) ?? 'unmarked',
    differences: JSON.parse(text(row, 'differences')) as string[],
    override: text(row, 'override'),
  }))
}

export function lastClaimedTime(db: ReadableDb): string {
  return (
    first(
      db,
      'SELECT max(claimed_at) AS at FROM presence_event',
      [],
      (row) => row['at'] as string | null,
    ) ?? ''
  )
}

/** Has this fact been taken back by another? */
export function isAnnulled(
  db: ReadableDb,
  table: 'presence_event' | 'attendance_override',
  id: string,
): boolean {
  return statement(db, `SELECT 1 FROM ${table} WHERE annuls = ?`).get(id) !== undefined
}

/** Each lesson of a session with how many of the people on the roster have a status in it. */
export function marksByLesson(
  db: ReadableDb,
  sessionId: string,
): { readonly date: string; readonly marked: number }[] {
  return all(
    db,
    `SELECT held_on, count(enrollment.id) AS marked FROM lesson
     LEFT JOIN attendance ON attendance.lesson_id = lesson.id AND status <> 'unmarked'
     LEFT JOIN enrollment ON enrollment.session_id = lesson.session_id
       AND enrollment.teacher_id = attendance.teacher_id AND enrollment.removed = 0
     WHERE lesson.session_id = ? AND lesson.removed = 0 GROUP BY lesson.id`,
    [sessionId],
    (row) => ({ date: text(row, 'held_on'), marked: integer(row, 'marked') }),
  )
}
