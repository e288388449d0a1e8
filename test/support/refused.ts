import { ORPCError } from '@orpc/client'
import { refusalSchema } from '#shared/core/contract'

/** The code with which the contract said no; throws when it said yes, or failed without a name. */
export async function refused(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
  } catch (error) {
    const refusal = error instanceof ORPCError ? refusalSchema.safeParse(error.data) : null
    if (refusal?.success) return refusal.data.code
    throw error
  }
  throw new Error('it was not refused')
}
