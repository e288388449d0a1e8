import { z } from 'zod'
import {
  fileOutSchema,
  fileWrittenSchema,
  idSchema,
  procedure,
  workOutput,
} from '#shared/core/contract'

const exportedSchema = z.object({
  batchId: idSchema,
  rows: z.number().int(),
  /** Registered people who are not in the file, each with the reason. */
  blocked: z.array(z.object({ name: z.string(), code: z.string(), message: z.string() })),
  /** Where the whole number in the file differs from the ledger, and how it was rounded. */
  differences: z.array(
    z.object({ name: z.string(), registered: z.number(), exported: z.number() }),
  ),
  rounding: z.string(),
  sha256: z.string(),
  file: fileWrittenSchema,
})
export type Exported = z.infer<typeof exportedSchema>

const batchSchema = z.object({
  batchId: idSchema,
  sessionId: idSchema,
  sessionName: z.string(),
  profile: z.string(),
  fileName: z.string(),
  rows: z.number().int(),
  at: z.string(),
  by: z.string(),
  sha256: z.string(),
})

export const exportsContract = {
  /** Takes what is registered and not yet in a batch; `all` takes everything again. */
  hours: procedure
    .input(
      z.object({
        profile: z.string().default('national'),
        sessionId: idSchema,
        out: fileOutSchema,
        all: z.boolean().default(false),
        language: z.enum(['zh-CN', 'en']).default('zh-CN'),
      }),
    )
    .output(workOutput(exportedSchema)),
  batches: procedure
    .input(z.object({ sessionId: z.string().default('') }))
    .output(z.object({ batches: z.array(batchSchema) })),
}
