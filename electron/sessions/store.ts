import type { LocalDate, LocalTime } from '#shared/core/dates'
import { isWeekend, type PlannedLesson } from '#shared/sessions/lessons'
import { lessonLabels, type Lesson, type Session } from '#shared/sessions/model'
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

/** People on the roster and half-days on the schedule. */
export function sessionSize(
  db: ReadableDb,
  sessionId: string,
): { readonly learners: number; readonly lessons: number } {
  const count = (sql: string): number =>
    first(db, sql, [sessionId], (row) => integer(row, 'n')) ?? 0
  return {
    learners: count('SELECT count(*) AS n FROM enrollment WHERE session_id = ? AND removed = 0'),
    lessons: count('SELECT count(*) AS n FROM lesson WHERE session_id = ? AND removed = 0'),
  }
}
