import { ORPCError } from '@orpc/client'
import { refusalSchema } from '#shared/core/contract'
import type { Refusal } from '#shared/core/result'

/** The school's "no", or the world's failure, met on this side of the border. */
export class RefusedError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The refusal that an error carries, or null when it is a bug or a lost connection. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RefusedError) return error.refusal
  if (error instanceof DOMException && error.name === 'AbortError') {
    return { code: 'cancelled', params: {} }
  }
  if (!(error instanceof ORPCError)) return null
  if (error.code === 'BAD_REQUEST') return { code: 'bad-input', params: {} }
  if (error.code !== 'REFUSED' && error.code !== 'FAILED') return null
  const refusal = refusalSchema.safeParse(error.data)
  return refusal.success ? refusal.data : null
}

/** The refusal of an error; what carries none is unexpected. */
export function refusalOrUnexpected(error: unknown): Refusal {
  return refusalOf(error) ?? { code: 'unexpected', params: {} }
}
