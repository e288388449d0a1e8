/**
 * 学时认定: what a teacher's statuses in a session's lessons earn under a rule set. Computed in
 * whole hundredths of an hour, since sums of decimals drift.
 *
 * Invariants: hours + everything cut = planned, to the hundredth; no day earns more than its cap;
 * what the lessons earned adds up to the hours.
 */
import type { AttendanceStatus } from '#shared/attendance/model'
import { lessonMinutes } from '#shared/sessions/lessons'
import type { Lesson } from '#shared/sessions/model'
import type { ComputedHours, Cut, CutReason, LessonHoursEarned } from './model.ts'
import type { HoursRule } from './rule-set.ts'

export type ScheduledLesson = Pick<Lesson, 'id' | 'date' | 'label' | 'start' | 'end' | 'hours'>

export interface HoursFacts {
  readonly lessons: readonly ScheduledLesson[]
  /** Status by lesson id; a lesson without one is unmarked. */
  readonly statusByLesson: Readonly<Record<string, AttendanceStatus>>
  readonly rule: HoursRule
}

/**
 * The hours a teacher has earned in a session, with every hour that was cut and why: a status that
 * does not count, a lesson shorter than one 学时, more 学时 on the schedule than the lesson has
 * minutes for, or a day over its cap, where the later lessons lose.
 */
export function computeHours({ lessons, statusByLesson, rule }: HoursFacts): ComputedHours {
  const most = toHundredths(rule.maxPerDay)
  const earnedOn = new Map<string, number>()
  const judged = lessons.toSorted(byTime).map((lesson) => {
    const status = statusByLesson[lesson.id] ?? 'unmarked'
    const single = judgeLesson(lesson, status, rule)
    const before = earnedOn.get(lesson.date) ?? 0
    const counted = Math.min(single.counted, most - before)
    earnedOn.set(lesson.date, before + counted)
    return { lesson, status, single, counted }
  })
  const hours = judged.reduce((sum, { counted }) => sum + counted, 0)
  return {
    hours: hours / 100,
    credits: rule.hoursPerCredit === null ? 0 : Math.floor(hours / rule.hoursPerCredit) / 100,
    planned: lessons.reduce((sum, lesson) => sum + toHundredths(lesson.hours), 0) / 100,
    cut: sumCuts(judged.flatMap(cutsOfLesson)),
    because: judged.map(({ lesson, status, counted }) => earned(lesson, status, counted)),
  }
}

/** What one lesson would earn alone, in hundredths, and why it is not all that was planned. */
interface SingleLesson {
  readonly counted: number
  readonly reason: CutReason
}

interface JudgedLesson {
  readonly lesson: ScheduledLesson
  readonly single: SingleLesson
  readonly counted: number
}

function judgeLesson(
  lesson: ScheduledLesson,
  status: AttendanceStatus,
  rule: HoursRule,
): SingleLesson {
  if (!rule.countedStatuses.includes(status)) return { counted: 0, reason: reasonOf(status) }
  const minutes = lessonMinutes(lesson)
  if (minutes < rule.minutesPerHour) return { counted: 0, reason: 'shorter-than-one-hour' }
  return {
    counted: Math.min(
      toHundredths(lesson.hours),
      Math.floor((minutes * 100) / rule.minutesPerHour),
    ),
    reason: 'longer-than-the-lesson',
  }
}

function reasonOf(status: AttendanceStatus): CutReason {
  return status === 'absent' || status === 'leave' || status === 'unmarked' ? status : 'not-counted'
}

function cutsOfLesson({ lesson, single, counted }: JudgedLesson): readonly Cut[] {
  const cut = (reason: CutReason, hours: number) => ({ reason, date: lesson.date, hours })
  return [
    cut(single.reason, toHundredths(lesson.hours) - single.counted),
    cut('day-cap', single.counted - counted),
  ].filter(({ hours }) => hours > 0)
}

/** One line for each day and reason; takes hundredths, gives hours. */
function sumCuts(cuts: readonly Cut[]): readonly Cut[] {
  const sums = new Map<string, Cut>()
  for (const cut of cuts) {
    const key = `${cut.date} ${cut.reason}`
    sums.set(key, { ...cut, hours: (sums.get(key)?.hours ?? 0) + cut.hours })
  }
  return [...sums.values()].map((cut) => ({ ...cut, hours: cut.hours / 100 }))
}

function earned(
  { id, date, label, hours }: ScheduledLesson,
  status: AttendanceStatus,
  counted: number,
): LessonHoursEarned {
  return { lessonId: id, date, label, status, hours, counted: counted / 100 }
}

function toHundredths(hours: number): number {
  return Math.round(hours * 100)
}

function byTime(a: ScheduledLesson, b: ScheduledLesson): number {
  return timeKey(a) < timeKey(b) ? -1 : 1
}

function timeKey({ date, start, id }: ScheduledLesson): string {
  return `${date} ${start} ${id}`
}
