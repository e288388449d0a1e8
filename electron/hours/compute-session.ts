import { liveEvents } from '#shared/attendance/conclude'
import type { PresenceEvent } from '#shared/attendance/model'
import { standingEntries } from '#shared/hours/card'
import { computeHours } from '#shared/hours/compute'
import type { ComputedHours } from '#shared/hours/contract'
import type { HoursRule } from '#shared/hours/rule-set'
import { attendanceOfLesson, eventsOfLesson } from '#electron/attendance/store'
import { rosterOf } from '#electron/sessions/roster-store'
import { lessonsOf } from '#electron/sessions/store'
import type { ReadableDb } from '#electron/store/driver'
import { entriesOfSession } from './store.ts'

/** What every person on the roster has earned so far, explained down to the facts. */
export function computeSession(
  db: ReadableDb,
  sessionId: string,
  rule: HoursRule,
): ComputedHours[] {
  const lessons = lessonsOf(db, sessionId)
  const facts = new Map(
    lessons.map((lesson) => [
      lesson.id,
      {
        statuses: new Map(attendanceOfLesson(db, lesson.id).map((a) => [a.teacherId, a.status])),
        events: Map.groupBy(eventsOfLesson(db, lesson.id), (event) => event.teacherId),
      },
    ]),
  )
  const standing = Map.groupBy(standingEntries(entriesOfSession(db, sessionId)), (e) => e.teacherId)
  return rosterOf(db, sessionId).map(({ teacherId, name, unit }) => {
    const statusByLesson = Object.fromEntries(
      lessons.map(({ id }) => [
        id,
        facts.get(id)?.statuses.get(teacherId) ?? ('unmarked' as const),
      ]),
    )
    const computed = computeHours({ lessons, statusByLesson, rule })
    const registered = (standing.get(teacherId) ?? []).reduce(
      (sum, entry) => sum + Math.round(entry.hours * 100),
      0,
    )
    return {
      teacherId,
      name,
      unit,
      ...computed,
      cut: computed.cut.map((cut) => ({ ...cut })),
      because: computed.because.map((line) => ({
        ...line,
        facts: shownFacts(facts.get(line.lessonId)?.events.get(teacherId) ?? []),
      })),
      registered: registered / 100,
    }
  })
}

function shownFacts(
  events: readonly PresenceEvent[],
): { kind: string; at: string; means: string }[] {
  return liveEvents(events).map(({ kind, at, means }) => ({ kind, at, means }))
}
