import { z } from 'zod'
import { dateSchema, idSchema, procedure } from '#shared/core/contract'
import { whoSchema } from '#shared/people/contract'

const ruleSetSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  source: z.string(),
  editableDefault: z.boolean(),
  minutesPerHour: z.number(),
  maxPerDay: z.number(),
  /** The attendance statuses whose lessons count; all others earn nothing. */
  countedStatuses: z.array(z.string()),
  rounding: z.string(),
})

export type ShownRule = z.infer<typeof ruleSetSchema>

const computedSchema = z.object({
  teacherId: idSchema,
  name: z.string(),
  unit: z.string(),
  hours: z.number(),
  credits: z.number(),
  planned: z.number(),
  /** What was cut off and why; hours + cut = planned. Codes: group `cut` of hours.json. */
  cut: z.array(z.object({ reason: z.string(), hours: z.number() })),
  /** Lesson by lesson, down to the facts that decided. */
  because: z.array(
    z.object({
      lessonId: idSchema,
      date: dateSchema,
      label: z.string(),
      status: z.string(),
      hours: z.number(),
      counted: z.number(),
      facts: z.array(z.object({ kind: z.string(), at: z.string(), means: z.string() })),
    }),
  ),
  /** Hours already in the ledger for this session, reversals deducted. */
  registered: z.number(),
})
export type ComputedHours = z.infer<typeof computedSchema>

const entrySchema = z.object({
  id: idSchema,
  sessionId: idSchema,
  sessionName: z.string(),
  projectName: z.string(),
  hours: z.number(),
  credits: z.number(),
  year: z.number().int(),
  category: z.string(),
  mode: z.string(),
  from: dateSchema,
  to: dateSchema,
  ruleSet: z.string(),
  registeredAt: z.string(),
  reversalOf: z.string(),
})
export type HoursEntry = z.infer<typeof entrySchema>

const totalSchema = z.array(z.object({ key: z.string(), hours: z.number() }))

export const hoursContract = {
  compute: procedure
    .input(z.object({ sessionId: idSchema }))
    .output(z.object({ ruleSet: ruleSetSchema, rows: z.array(computedSchema) })),
  register: procedure
    .input(z.object({ sessionId: idSchema }))
    .output(z.object({ entries: z.number().int(), total: z.number() })),
  card: procedure.input(whoSchema.extend({ from: dateSchema, to: dateSchema })).output(
    z.object({
      teacherId: idSchema,
      name: z.string(),
      unit: z.string(),
      entries: z.array(entrySchema),
      totals: z.object({
        byYear: totalSchema,
        byKind: totalSchema,
        byCycle: totalSchema,
        all: z.number(),
      }),
    }),
  ),
}
