import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from '#shared/core/contract'
import { roles } from './model.ts'

const userSchema = z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })

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

const createdSchema = z.object({
  vaultId: z.string(),
  replicaId: z.string(),
  recoveryKey: z.string(),
})

const verifiedSchema = z.object({
  ok: z.boolean(),
  replicaId: z.string(),
  integrity: z.string(),
  foreignKeys: z.string(),
  journal: z.object({
    entries: z.number().int(),
    chainOk: z.boolean(),
    faults: z.array(z.string()),
  }),
  rows: z.object({ checked: z.number().int(), faults: z.array(z.string()) }),
  blobs: z.object({ checked: z.number().int(), bad: z.array(z.string()) }),
})
export type Verified = z.infer<typeof verifiedSchema>

const findingSchema = z.object({
  what: z.enum([
    'node',
    'driver',
    'sqlite',
    'folder',
    'disk',
    'clock',
    'fonts',
    'network',
    'electron',
  ]),
  state: z.enum(['good', 'doubtful', 'bad']),
  value: z.string(),
})

export const systemContract = {
  state: procedure.output(stateSchema),
  /** The names of the tables that changed, after each commit; the first message comes at once, empty. */
  changes: procedure.output(eventIterator(z.object({ changed: z.array(z.string()) }))),
  doctor: procedure.output(z.object({ findings: z.array(findingSchema) })),
}

export const vaultContract = {
  create: procedure
    .input(
      z.object({
        org: z.string().trim().min(1).max(100),
        region: z.string().regex(/^\d{6}$/),
        admin: z.string().trim().min(1).max(50),
        password: z.string(),
      }),
    )
    .output(createdSchema),
  unlock: procedure
    .input(z.object({ user: z.string().default(''), password: z.string() }))
    .output(z.object({ user: userSchema })),
  lock: procedure.output(z.object({ locked: z.literal(true) })),
  verify: procedure.output(verifiedSchema),
}
