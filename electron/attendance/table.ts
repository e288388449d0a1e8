import type { AttendanceCell, AttendanceRow, AttendanceTable } from '#shared/attendance/contract'
import { liveEvents } from '#shared/attendance/conclude'
import type { PresenceEvent } from '#shared/attendance/model'
import { tallyStatuses } from '#shared/attendance/tally'
import { rosterOf } from '#electron/sessions/roster-store'
import { lessonsOf } from '#electron/sessions/store'
import type { ReadableDb } from '#electron/store/driver'
import { attendanceOfLesson, eventsOfLesson, type StoredAttendance } from './store.ts'

interface LessonFacts {
  readonly attendance: ReadonlyMap<string, StoredAttendance>
  readonly events: ReadonlyMap<string, readonly PresenceEvent[]>
}

/** Every person on the roster by every lesson, with the facts behind each status. */
export function attendanceTable(db: ReadableDb, sessionId: string): AttendanceTable {
  const lessons = lessonsOf(db, sessionId)
  const facts = new Map(lessons.map((lesson) => [lesson.id, lessonFacts(db, lesson.id)]))
  const rows = rosterOf(db, sessionId).map((person): AttendanceRow => ({
    teacherId: person.teacherId,
    enrollmentId: person.enrollmentId,
    name: person.name,
    initials: person.initials,
    docTail: person.docNo.slice(-4),
    unit: person.unit,
    statuses: Object.fromEntries([...facts].map(([id, of]) => [id, cellOf(of, person.teacherId)])),
  }))
  const counts = lessons.map((lesson) => [
    lesson.id,
    { ...tallyStatuses(rows.map((row) => row.statuses[lesson.id]?.status ?? 'unmarked')) },
  ])
  return { lessons, rows, counts: Object.fromEntries(counts) as AttendanceTable['counts'] }
}

function lessonFacts(db: ReadableDb, lessonId: string): LessonFacts {
  return {
    attendance: new Map(attendanceOfLesson(db, lessonId).map((a) => [a.teacherId, a])),
    events: Map.groupBy(eventsOfLesson(db, lessonId), (event) => event.teacherId),
  }
}

function cellOf({ attendance, events }: LessonFacts, teacherId: string): AttendanceCell {
  const concluded = attendance.get(teacherId)
  const own = events.get(teacherId) ?? []
  const live = new Set(liveEvents(own).map((event) => event.id))
  return {
    status: concluded?.status ?? 'unmarked',
    differences: concluded?.differences ?? [],
    override: concluded?.override ?? '',
    events: own
      .filter((event) => event.kind !== 'annul')
      .map(({ id, kind, at, means }) => ({ id, kind, at, means, annulled: !live.has(id) })),
  }
}
