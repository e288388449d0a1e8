import { z } from 'zod'
import { type Instant, parseInstant } from '#shared/core/dates'

/** 签到、签退、点名到、点名未到; `annul` takes back one of the others and erases nothing. */
export const presenceKinds = [
  'sign-in',
  'sign-out',
  'roll-present',
  'roll-absent',
  'annul',
] as const
export type PresenceKind = (typeof presenceKinds)[number]

export const attendanceStatuses = [
  'present',
  'late',
  'left-early',
  'leave',
  'absent',
  'unmarked',
] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** What a person should look at beside the status. Sentences: group `differences` of attendance.json. */
export const attendanceDifferences = [
  'before-opening',
  'too-late',
  'also-late',
  'signed-but-not-there',
  'sign-out-only',
  'no-sign-out',
  'on-leave-but-present',
] as const
export type AttendanceDifference = (typeof attendanceDifferences)[number]

/** An instant in the one form in which instants sort as text. */
export const instantSchema = z.custom<Instant>(
  (value) => typeof value === 'string' && parseInstant(value) === value,
)

/** 签到记录: an immutable fact. Who made it, and on which laptop, is in the journal. */
export const presenceEventSchema = z
  .object({
    id: z.string().min(1),
    lessonId: z.string().min(1),
    teacherId: z.string().min(1),
    kind: z.enum(presenceKinds),
    /** When it happened, as the clock or the paper claims; never rewritten. */
    at: instantSchema,
    /** keyboard, scanner, paper, phone, import … */
    means: z.string(),
    /** The event that an annulment takes back; '' for every other kind. */
    annuls: z.string(),
    /** Place in the journal, which decides between equal claimed times. */
    order: z.number().int(),
  })
  .readonly()
export type PresenceEvent = z.infer<typeof presenceEventSchema>

/** A person's own decision about one teacher in one lesson, with its reason; '' withdraws the one before. */
export const overrideSchema = z
  .object({
    id: z.string().min(1),
    status: z.enum(['', ...attendanceStatuses]),
    reason: z.string(),
    /** The one override that this takes back, '' when it decides anew. */
    annuls: z.string(),
    order: z.number().int(),
  })
  .readonly()
export type Override = z.infer<typeof overrideSchema>

/** 请假 of one teacher for one lesson. */
export const leaveSchema = z.object({ kind: z.string(), approved: z.boolean() }).readonly()
export type Leave = z.infer<typeof leaveSchema>
