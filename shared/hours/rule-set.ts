import { z } from 'zod'
import { attendanceStatuses } from '#shared/attendance/model'
import { localDateSchema } from '#shared/sessions/model'
import hoursDefaultJson from '#resources/rule-sets/hours-default.json' with { type: 'json' }

/** How hours become whole where a platform takes no fractions. */
export const roundings = ['down', 'nearest', 'up'] as const
export type Rounding = (typeof roundings)[number]

/** 周期: the first day of some cycle, and how many years each cycle has. */
export const cycleSchema = z
  .object({ start: localDateSchema, years: z.number().int().min(1) })
  .refine(({ start }) => !start.endsWith('-02-29'))
  .readonly()
export type Cycle = z.infer<typeof cycleSchema>

/** 学时认定规则 as dated data: a province's numbers stand here and never in code. */
export const hoursRuleSchema = z
  .object({
    id: z.string().min(1),
    version: z.number().int().min(1),
    name: z.string().min(1),
    source: z.string().min(1),
    editableDefault: z.boolean(),
    validFrom: localDateSchema,
    /** Minutes of one 学时; a shorter lesson earns nothing. */
    minutesPerHour: z.number().int().min(1),
    /** Most 学时 of one day. */
    maxPerDay: z.number().min(0),
    countedStatuses: z.array(z.enum(attendanceStatuses)).readonly(),
    rounding: z.enum(roundings),
    /** 学时 for one 学分; null where the rule gives no credits. */
    hoursPerCredit: z.number().positive().nullable(),
    cycle: cycleSchema,
    /** 培训类别 of the school's own sessions, a code of the platform's table. */
    category: z.string().min(1),
  })
  .readonly()
export type HoursRule = z.infer<typeof hoursRuleSchema>

/** The shipped rule, from resources/rule-sets/hours-default.json. */
export const defaultHoursRule: HoursRule = hoursRuleSchema.parse(hoursDefaultJson)

/** Whole hours by a stated rounding; a half goes up when rounding to the nearest. */
export function roundHours(hours: number, rounding: Rounding): number {
  switch (rounding) {
    case 'down':
      return Math.floor(hours)
    case 'nearest':
      return Math.round(hours)
    case 'up':
      return Math.ceil(hours)
  }
}
