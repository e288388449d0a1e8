import type { LocalDate, LocalTime } from '#shared/core/dates'
import { isWeekend, type PlannedLesson } from '#shared/sessions/lessons'
import { lessonLabels, type Lesson, type Session } from '#shared/sessions/model'
import hoursRule from '#resources/rule-sets/hours-default.json' with { type: 'json' }
import type { Change } from '#electron/store/apply-changes'
import { all, first, integer, text, type ReadableDb, type Row } from '#electron/store/driver'

function toSession(row: Row): Session {
  return {
    id: text(row, 'id'),
    projectId: text(row, 'project_id'),
    name: text(row, 'name'),
    from: text(row, 'starts_on') as LocalDate,
    to: text(row, 'ends_on') as LocalDate,
    place: text(row, 'place'),
  }
}

function toLesson(row: Row): PlannedLesson {
  const date = text(row, 'held_on') as LocalDate
  const start = text(row, 'starts_at') as LocalTime
  return {
    id: text(row, 'id'),
    sessionId: text(row, 'session_id'),
    date,
    label: lessonLabels.find((label) => label === row['label']) ?? halfDayOf(start),
    start,
    end: text(row, 'ends_at') as LocalTime,
    hours: integer(row, 'hours_x100') / 100,
    place: text(row, 'place'),
    lecturer: text(row, 'lecturer'),
    topic: text(row, 'topic'),
    closed: integer(row, 'closed') === 1,
    weekend: isWeekend(date),
  }
}

/** A lesson whose label this version does not know is shown by its time. */
function halfDayOf(start: LocalTime): 'am' | 'pm' {
  return start < '12:00' ? 'am' : 'pm'
}

export function sessionById(db: ReadableDb, id: string): Session | null {
  return first(db, 'SELECT * FROM session WHERE id = ? AND removed = 0', [id], toSession)
}

export function allSessions(db: ReadableDb): Session[] {
  return all(
    db,
    'SELECT * FROM session WHERE removed = 0 ORDER BY starts_on DESC, name',
    [],
    toSession,
  )
}

export function searchableSessions(db: ReadableDb): Pick<Session, 'id' | 'name' | 'from' | 'to'>[] {
  return allSessions(db)
}

export function lessonsOf(db: ReadableDb, sessionId: string): PlannedLesson[] {
  const sql =
    'SELECT * FROM lesson WHERE session_id = ? AND removed = 0 ORDER BY held_on, starts_at, id'
  return all(db, sql, [sessionId], toLesson)
}

export function lessonById(db: ReadableDb, id: string): PlannedLesson | null {
  return first(db, 'SELECT * FROM lesson WHERE id = ? AND removed = 0', [id], toLesson)
}

export function sessionChange(session: Session): Change {
  return {
    table: 'session',
    id: session.id,
    fields: {
      project_id: session.projectId,
      name: session.name,
      starts_on: session.from,
      ends_on: session.to,
      place: session.place,
    },
  }
}

export function lessonChange(lesson: Lesson): Change {
  return {
    table: 'lesson',
    id: lesson.id,
    fields: {
      session_id: lesson.sessionId,
      held_on: lesson.date,
      label: lesson.label,
      starts_at: lesson.start,
      ends_at: lesson.end,
      hours_x100: Math.round(lesson.hours * 100),
      place: lesson.place,
    },
  }
}

/** What the status line and the lists count for one session. */
export interface SessionCounts {
  readonly learners: number
  readonly lessons: number
  /** Lessons in which at least one person has a status. */
  readonly lessonsMarked: number
  /** People with standing hours in the ledger. */
  readonly registered: number
}

export function sessionCounts(db: ReadableDb, sessionId: string): SessionCounts {
  const count = (sql: string): number =>
    first(db, sql, [sessionId], (row) => integer(row, 'n')) ?? 0
  return {
    learners: count('SELECT count(*) AS n FROM enrollment WHERE session_id = ? AND removed = 0'),
    lessons: count('SELECT count(*) AS n FROM lesson WHERE session_id = ? AND removed = 0'),
    lessonsMarked: count(
      `SELECT count(DISTINCT lesson_id) AS n FROM attendance
       JOIN lesson ON lesson.id = lesson_id
       WHERE session_id = ? AND lesson.removed = 0 AND status <> 'unmarked'`,
    ),
    registered: count(
      `SELECT count(DISTINCT teacher_id) AS n FROM hours_entry WHERE session_id = ? AND ${standing}`,
    ),
  }
}

/** Ledger lines that no reversal has taken back. */
const standing = `reversal_of = ''
  AND id NOT IN (SELECT reversal_of FROM hours_entry WHERE reversal_of <> '')`

/** What the ledger still owes: people who have earned hours without a line, lines that no file holds. */
export function hoursOwed(
  db: ReadableDb,
  sessionId: string,
): { readonly unregistered: number; readonly unexported: number } {
  const count = (sql: string, ...params: readonly string[]): number =>
    first(db, sql, params, (row) => integer(row, 'n')) ?? 0
  return {
    unregistered: count(
      `SELECT count(*) AS n FROM enrollment WHERE session_id = ? AND removed = 0
         AND teacher_id IN (SELECT attendance.teacher_id FROM attendance
           JOIN lesson ON lesson.id = lesson_id
           WHERE lesson.session_id = enrollment.session_id AND lesson.removed = 0
             AND hours_x100 > 0 AND status IN (SELECT value FROM json_each(?)))
         AND teacher_id NOT IN (SELECT teacher_id FROM hours_entry
           WHERE hours_entry.session_id = enrollment.session_id AND ${standing})`,
      sessionId,
      JSON.stringify(hoursRule.countedStatuses),
    ),
    unexported: count(
      `SELECT count(*) AS n FROM hours_entry WHERE session_id = ? AND ${standing}
         AND id NOT IN (SELECT value FROM export_batch, json_each(entry_ids)
           WHERE export_batch.session_id = hours_entry.session_id)`,
      sessionId,
    ),
  }
}

/**
 * Lessons whose day is past without any status, and how many (person, lesson) pairs have none in
 * the lessons that were begun.
 */
export function unmarked(
  db: ReadableDb,
  sessionId: string,
  today: LocalDate,
): { readonly lessonsPast: number; readonly people: number } {
  const lessons = all(
    db,
    `SELECT lesson.id, held_on, count(attendance.teacher_id) AS marked FROM lesson
     LEFT JOIN attendance ON attendance.lesson_id = lesson.id AND status <> 'unmarked'
       AND EXISTS (SELECT 1 FROM enrollment WHERE enrollment.session_id = lesson.session_id
                   AND enrollment.teacher_id = attendance.teacher_id AND enrollment.removed = 0)
     WHERE session_id = ? AND lesson.removed = 0 GROUP BY lesson.id`,
    [sessionId],
    (row) => ({ date: text(row, 'held_on'), marked: integer(row, 'marked') }),
  )
  const { learners } = sessionCounts(db, sessionId)
  return {
    lessonsPast: lessons.filter(({ date, marked }) => date < today && marked === 0).length,
    people: lessons
      .filter(({ marked }) => marked > 0)
      .reduce((sum, { marked }) => sum + learners - marked, 0),
  }
}
