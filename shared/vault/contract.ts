import { z } from 'zod'
import { procedure } from '#shared/core/contract'
import { roles } from './model.ts'

export const userSchema = z.object({ id: z.string(), name: z.string(), role: z.enum(roles) })

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
  /** Sets a new password by the recovery key that was printed when the vault was made, and logs in. */
  recover: procedure
    .input(
      z.object({
        recoveryKey: z.string().max(100),
        user: z.string().default(''),
        password: z.string(),
      }),
    )
    .output(z.object({ user: userSchema })),
  lock: procedure.output(z.object({ locked: z.literal(true) })),
  verify: procedure.output(verifiedSchema),
}
