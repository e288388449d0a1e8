import { z } from 'zod'
import {
  type LocalDate,
  addDays,
  datesFromTo,
  instantOf,
  minutesBetween,
  weekday,
} from '#shared/core/dates'
import { type Result, ok, refuse } from '#shared/core/result'
import halfDaysJson from '#resources/rule-sets/half-days.json' with { type: 'json' }
import { type Lesson, lessonLabels, localTimeSchema } from './model.ts'

const halfDaySchema = z
  .object({ label: z.enum(lessonLabels), start: localTimeSchema, end: localTimeSchema })
  .refine((half) => half.start < half.end)
  .readonly()
export type HalfDay = z.infer<typeof halfDaySchema>

/** The school's half-days as data, with where the times come from. */
export const halfDaysSchema = z
  .object({
    id: z.string().min(1),
    version: z.number().int().min(1),
    name: z.string().min(1),
    source: z.string().min(1),
    editableDefault: z.boolean(),
    halfDays: z.array(halfDaySchema).min(1).readonly(),
  })
  .readonly()

/** The shipped half-days, from resources/rule-sets/half-days.json. */
export const defaultHalfDays: readonly HalfDay[] = halfDaysSchema.parse(halfDaysJson).halfDays

/** More lessons than any session has (200 full days): beyond it, a date was mistyped. */
export const mostLessons = 400

export interface LessonOrder {
  readonly sessionId: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** 学时 of each lesson. */
  readonly hours: number
  readonly place: string
  readonly halfDays: readonly HalfDay[]
  readonly newId: () => string
}

/** A lesson as it is laid out; the weekend mark follows from the date and is not stored. */
export type PlannedLesson = Lesson & { readonly weekend: boolean }

/**
 * Every day from the first to the last, both included, gets its half-day lessons; weekends are
 * marked, not left out. Refuses `dates-reversed`, and `too-many-lessons` beyond `mostLessons`.
 */
export function halfDayLessons(order: LessonOrder): Result<readonly PlannedLesson[]> {
  const { from, to, halfDays } = order
  if (to < from) return refuse('dates-reversed', { from, to })
  if (to >= firstDayTooMany(from, halfDays.length)) {
    return refuse('too-many-lessons', { from, to, most: mostLessons })
  }
  return ok(
    datesFromTo(from, to).flatMap((date) =>
      halfDays.map((half) => plannedLesson(order, date, half)),
    ),
  )
}

/** Is this a Saturday or a Sunday? Says nothing about holidays and exchanged working days. */
export function isWeekend(date: LocalDate): boolean {
  return weekday(date) >= 6
}

/** How long a lesson lasts, in minutes. */
export function lessonMinutes(lesson: Pick<Lesson, 'date' | 'start' | 'end'>): number {
  return minutesBetween(instantOf(lesson.date, lesson.start), instantOf(lesson.date, lesson.end))
}

function plannedLesson(order: LessonOrder, date: LocalDate, half: HalfDay): PlannedLesson {
  return {
    id: order.newId(),
    sessionId: order.sessionId,
    date,
    ...half,
    hours: order.hours,
    place: order.place,
    lecturer: '',
    topic: '',
    closed: false,
    weekend: isWeekend(date),
  }
}

/** Found without laying out the days: a mistyped century would make millions of them. */
function firstDayTooMany(from: LocalDate, lessonsPerDay: number): LocalDate {
  return addDays(from, Math.floor(mostLessons / Math.max(1, lessonsPerDay)))
}
