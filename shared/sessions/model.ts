import { z } from 'zod'
import { type LocalDate, type LocalTime, parseLocalDate, parseLocalTime } from '#shared/core/dates'

/** A school date as it is stored, `YYYY-MM-DD`; a day that is in no calendar is refused. */
export const localDateSchema = z.custom<LocalDate>(
  (value) => typeof value === 'string' && parseLocalDate(value) !== null,
)

/** A time of day as it is stored, `HH:MM`. */
export const localTimeSchema = z.custom<LocalTime>(
  (value) => typeof value === 'string' && parseLocalTime(value) !== null,
)

/** 学时 of one lesson: not negative, at most one day's 24, at most two decimals. */
export const lessonHoursSchema = z
  .number()
  .min(0)
  .max(24)
  .refine((hours) => Math.round(hours * 100) / 100 === hours)

/** 班次: one run of a project with its own dates and place. */
export const sessionSchema = z
  .object({
    id: z.string().min(1),
    projectId: z.string(),
    name: z.string().min(1),
    from: localDateSchema,
    to: localDateSchema,
    place: z.string(),
  })
  .readonly()
export type Session = z.infer<typeof sessionSchema>

/** What the half-days are called in code; 上午 and 下午 stand in resources/locales. */
export const lessonLabels = ['am', 'pm'] as const

/** 时段: the unit for which presence is established. It takes facts until a person closes it. */
export const lessonSchema = z
  .object({
    id: z.string().min(1),
    sessionId: z.string().min(1),
    date: localDateSchema,
    label: z.enum(lessonLabels),
    start: localTimeSchema,
    end: localTimeSchema,
    hours: lessonHoursSchema,
    place: z.string(),
    lecturer: z.string(),
    topic: z.string(),
    closed: z.boolean(),
  })
  .readonly()
export type Lesson = z.infer<typeof lessonSchema>
