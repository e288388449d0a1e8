import { z } from 'zod'
import attendanceDefaultJson from '#resources/rule-sets/attendance-default.json' with { type: 'json' }

const minutes = z.number().int().min(0)

/** The attendance rule as data: every number a school may change, with where it comes from. */
export const attendanceRuleSchema = z
  .object({
    id: z.string().min(1),
    version: z.number().int().min(1),
    name: z.string().min(1),
    source: z.string().min(1),
    editableDefault: z.boolean(),
    /** A sign-in claimed earlier than this before the start does not count. */
    opensMinutesBefore: minutes,
    /** Later than this after the start is late. */
    lateAfterMinutes: minutes,
    /** Later than this after the start is absent for the lesson. */
    absentAfterMinutes: minutes,
    /** A sign-out earlier than this before the end is leaving early. */
    leftEarlyBeforeMinutes: minutes,
    /** Whether a missing sign-out is shown as a difference; it never changes the status. */
    missingSignOut: z.enum(['ignored', 'listed']),
  })
  .refine((rule) => rule.lateAfterMinutes <= rule.absentAfterMinutes)
  .readonly()
export type AttendanceRule = z.infer<typeof attendanceRuleSchema>

/** The shipped rule, from resources/rule-sets/attendance-default.json. */
export const defaultAttendanceRule: AttendanceRule =
  attendanceRuleSchema.parse(attendanceDefaultJson)
