import { z } from 'zod'
import {
  dateSchema,
  fileInSchema,
  idSchema,
  procedure,
  workOutput,
  yearSchema,
} from '#shared/core/contract'
import { comparedFields } from './compare.ts'
import { planProjectSchema, planRemarkSchema } from './model.ts'

/** A project of the year with the sessions that were made from it. */
const listedProjectSchema = planProjectSchema.extend({
  id: idSchema,
  year: yearSchema,
  sessions: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      from: dateSchema,
      to: dateSchema,
      learners: z.number().int(),
    }),
  ),
})
export type ListedProject = z.infer<typeof listedProjectSchema>

const importedSchema = z.object({
  projects: z.array(planProjectSchema.extend({ id: idSchema })),
  /** Lines that are no project, and cells that could not be read; nothing is dropped without one. */
  warnings: z.array(planRemarkSchema),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** Wording that differs from what the vault held, project by project of the same number. */
  differences: z.array(
    z.object({
      no: z.number().int(),
      field: z.enum(comparedFields),
      from: z.string(),
      to: z.string(),
    }),
  ),
  /** Projects of the year that this plan does not name: they are kept. */
  missing: z.array(z.object({ no: z.number().int(), name: z.string() })),
})
export type PlanImported = z.infer<typeof importedSchema>

export const planContract = {
  import: procedure
    .input(z.object({ file: fileInSchema, year: yearSchema, dryRun: z.boolean().default(false) }))
    .output(workOutput(importedSchema)),
  list: procedure
    .input(z.object({ year: yearSchema }))
    .output(z.object({ year: yearSchema, projects: z.array(listedProjectSchema) })),
  years: procedure.output(z.object({ years: z.array(yearSchema) })),
}
