import { z } from 'zod'
import { idSchema, procedure, workOutput } from '#shared/core/contract'

const demoSchema = z.object({
  year: z.number().int(),
  projects: z.number().int(),
  sessionId: idSchema,
  rosterRows: z.number().int(),
  accepted: z.number().int(),
  held: z.number().int(),
  presenceEvents: z.number().int(),
  registered: z.number().int(),
  hours: z.number(),
  exportedRows: z.number().int(),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
  user: z.string(),
  password: z.string(),
})
export type Demo = z.infer<typeof demoSchema>

export const demoContract = {
  /**
   * Makes a demonstration vault beside the real one, runs the chain on shipped, invented data and
   * opens it. `out` names the folder for vault and files, '' the usual one.
   */
  open: procedure.input(z.object({ out: z.string().default('') })).output(workOutput(demoSchema)),
  /** Back to the school's own vault, locked. */
  leave: procedure.output(z.object({ left: z.literal(true) })),
}
