import { z } from 'zod'
import { idSchema, procedure } from '#shared/core/contract'
import { whoSchema } from '#shared/people/contract'
import { lessonSchema } from '#shared/sessions/contract'
import { marks } from './mark.ts'
import { attendanceStatuses, presenceKinds } from './model.ts'

const statusSchema = z.enum(attendanceStatuses)
const countsSchema = z.record(statusSchema, z.number().int())

const eventSchema = z.object({
  id: idSchema,
  kind: z.enum(presenceKinds),
  at: z.string(),
  means: z.string(),
  annulled: z.boolean(),
})

const cellSchema = z.object({
  status: statusSchema,
  events: z.array(eventSchema),
  /** The reason of the override that decided, '' when none did. */
  override: z.string(),
  /** Sentence codes, group `differences` of attendance.json. */
  differences: z.array(z.string()),
})
export type AttendanceCell = z.infer<typeof cellSchema>

const rowSchema = z.object({
  teacherId: idSchema,
  enrollmentId: idSchema,
  name: z.string(),
  initials: z.array(z.string()),
  docTail: z.string(),
  unit: z.string(),
  statuses: z.record(z.string(), cellSchema),
})
export type AttendanceRow = z.infer<typeof rowSchema>

const tableSchema = z.object({
  lessons: z.array(lessonSchema),
  rows: z.array(rowSchema),
  /** Counts of all rows by lesson. */
  counts: z.record(z.string(), countsSchema),
})
export type AttendanceTable = z.infer<typeof tableSchema>

export const presenceContract = {
  add: procedure
    .input(
      whoSchema.extend({
        sessionId: idSchema,
        lessonId: idSchema,
        kind: z.enum(presenceKinds),
        /** ISO time as claimed; China time without an offset; now when empty. */
        at: z.string().default(''),
        means: z.string().min(1).max(20).default('keyboard'),
      }),
    )
    .output(z.object({ eventId: idSchema, result: z.enum(['recorded', 'already']) })),
}

/** An action is what Ctrl+Z takes back: every fact that one key wrote. */
const actionSchema = z.object({ actionId: z.string(), marked: z.number().int() })

export const attendanceContract = {
  table: procedure.input(z.object({ sessionId: idSchema })).output(tableSchema),
  mark: procedure
    .input(z.object({ lessonId: idSchema, teacherId: idSchema, mark: z.enum(marks) }))
    .output(actionSchema),
  /** Everyone of the lesson who has no mark yet is present; of `teacherIds` only, when some are named. */
  markRest: procedure
    .input(z.object({ lessonId: idSchema, teacherIds: z.array(idSchema).default([]) }))
    .output(actionSchema),
  undo: procedure
    .input(z.object({ actionId: z.string().min(1) }))
    .output(z.object({ undone: z.number().int() })),
}
