import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from '#shared/core/contract'
import { userSchema } from '#shared/vault/contract'

/** What a window must know before it can show anything. */
export const stateSchema = z.object({
  vault: z.enum(['none', 'locked', 'open']),
  demo: z.boolean(),
  org: z.string(),
  region: z.string(),
  vaultId: z.string(),
  replicaId: z.string(),
  user: userSchema.nullable(),
  /** Names that may log in on this laptop. */
  users: z.array(z.object({ id: z.string(), name: z.string() })),
  version: z.string(),
  host: z.enum(['desktop', 'browser', 'terminal']),
  /** The laptop's clock now, in China time. */
  now: z.string(),
  /** The latest claimed time of any presence event, to doubt a clock that is behind it; '' when none. */
  lastEventAt: z.string(),
})
export type State = z.infer<typeof stateSchema>

const findingSchema = z.object({
  what: z.enum(['node', 'sqlite', 'electron', 'folder', 'disk', 'clock', 'network']),
  state: z.enum(['good', 'doubtful', 'bad']),
  value: z.string(),
})

export type Finding = z.infer<typeof findingSchema>

export const systemContract = {
  state: procedure.output(stateSchema),
  /** The names of the tables that changed, after each commit; the first message comes at once, empty. */
  changes: procedure.output(eventIterator(z.object({ changed: z.array(z.string()) }))),
  doctor: procedure.output(z.object({ findings: z.array(findingSchema) })),
}
