import { z } from 'zod'
import { idSchema, procedure } from '#shared/core/contract'

export const searchContract = {
  /** Teachers, units and sessions by characters, pinyin initials or the last digits of a number. */
  find: procedure.input(z.object({ text: z.string().max(50) })).output(
    z.object({
      found: z.array(
        z.object({
          kind: z.enum(['teacher', 'unit', 'session', 'project']),
          id: idSchema,
          title: z.string(),
          detail: z.string(),
        }),
      ),
    }),
  ),
}
