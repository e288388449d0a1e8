import type { Refusal, Result } from '#shared/core/result'
import { refuse } from '#shared/core/result'
import { CancelledError } from '#electron/jobs/cancelled'

/** Carries a refusal out of a handler; one place turns it into the contract's typed error. */
export class RefusalError extends Error {
  readonly refusal: Refusal
  readonly kind: 'REFUSED' | 'FAILED'

  constructor(refusal: Refusal, kind: 'REFUSED' | 'FAILED' = 'REFUSED') {
    super(refusal.code)
    this.refusal = refusal
    this.kind = kind
  }
}

/** The value of a result; a refusal leaves the handler. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new RefusalError(result.refusal)
  return result.value
}

/** Leaves the handler with a refusal. */
export function refuseWith(...args: Parameters<typeof refuse>): never {
  throw new RefusalError(refuse(...args).refusal)
}

const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])
const lockedFile = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'EISDIR',
  'ENOTDIR',
  'SQLITE_READONLY',
])

/** A failure of the world by its name, or null when it is none that people can act on: then it is a bug. */
export function faultOf(error: unknown): RefusalError | null {
  if (error instanceof RefusalError) return error
  if (error instanceof CancelledError) return new RefusalError(refuse('cancelled').refusal)
  const { code, path } = error as { code?: unknown; path?: unknown }
  if (typeof code !== 'string') return null
  const file = typeof path === 'string' ? path : ''
  if (fullDisk.has(code)) return new RefusalError(refuse('disk-full').refusal, 'FAILED')
  if (lockedFile.has(code))
    return new RefusalError(refuse('cannot-write-file', { file }).refusal, 'FAILED')
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new RefusalError(refuse('file-too-large', { file }).refusal)
  if (code === 'EADDRINUSE') {
    const { port } = error as { port?: number }
    return new RefusalError(refuse('port-in-use', { port: port ?? 0 }).refusal, 'FAILED')
  }
  if (code === 'ENOENT')
    return new RefusalError(refuse('file-missing', { file }).refusal, 'REFUSED')
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code))
    return new RefusalError(refuse('vault-damaged', { what: 'data.db' }).refusal, 'FAILED')
  return null
}
