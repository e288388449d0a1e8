import { z } from 'zod'
import { attendanceStatuses } from '#shared/attendance/model'
import { lessonLabels, localDateSchema } from '#shared/sessions/model'

/** Why planned hours were not earned. Words: group `cut` of hours.json. */
export const cutReasons = [
  'absent',
  'leave',
  'unmarked',
  'not-counted',
  'shorter-than-one-hour',
  'longer-than-the-lesson',
  'day-cap',
] as const
export type CutReason = (typeof cutReasons)[number]

/** Hours that one day did not earn, and why. */
export const cutSchema = z
  .object({ reason: z.enum(cutReasons), date: localDateSchema, hours: z.number() })
  .readonly()
export type Cut = z.infer<typeof cutSchema>

/** What one lesson promised and what it earned. */
export const lessonHoursEarnedSchema = z
  .object({
    lessonId: z.string(),
    date: localDateSchema,
    label: z.enum(lessonLabels),
    status: z.enum(attendanceStatuses),
    hours: z.number(),
    counted: z.number(),
  })
  .readonly()
export type LessonHoursEarned = z.infer<typeof lessonHoursEarnedSchema>

/** 学时认定 of one teacher in one session, with its reasons. `hours` + all of `cut` = `planned`. */
export const computedHoursSchema = z
  .object({
    hours: z.number(),
    credits: z.number(),
    planned: z.number(),
    cut: z.array(cutSchema).readonly(),
    because: z.array(lessonHoursEarnedSchema).readonly(),
  })
  .readonly()
export type ComputedHours = z.infer<typeof computedHoursSchema>

/**
 * 学时登记: an immutable line of the ledger. `explanation` is the JSON of the computed hours as
 * they were when it was written. A correction is a reversal: the same line with negative hours
 * that names the line it takes back.
 */
export const hoursEntrySchema = z
  .object({
    id: z.string().min(1),
    sessionId: z.string().min(1),
    teacherId: z.string().min(1),
    hours: z.number(),
    credits: z.number(),
    ruleSetId: z.string().min(1),
    ruleSetVersion: z.number().int().min(1),
    year: z.number().int(),
    /** 培训类别 and 培训方式 as codes of the platform's tables. */
    categoryCode: z.string(),
    modeCode: z.string(),
    from: localDateSchema,
    to: localDateSchema,
    explanation: z.string(),
    reversalOf: z.string(),
  })
  .readonly()
export type HoursEntry = z.infer<typeof hoursEntrySchema>
