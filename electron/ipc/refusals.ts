import type { RefusalCode } from '#shared/core/refusals'
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

/** What the system and the database say, and what it means to people. */
const faults: readonly (readonly [RegExp, RefusalCode, RefusalError['kind']])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'disk-full', 'FAILED'],
  [/^(EACCES|EPERM|EROFS|EBUSY|EISDIR|ENOTDIR|ENAMETOOLONG|ELOOP)$/, 'cannot-write-file', 'FAILED'],
  [/^SQLITE_READONLY/, 'cannot-write-file', 'FAILED'],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR)/, 'vault-damaged', 'FAILED'],
  [/^ERR_WORKER_OUT_OF_MEMORY$/, 'file-too-large', 'REFUSED'],
  [/^EADDRINUSE$/, 'port-in-use', 'FAILED'],
  [/^ENOENT$/, 'file-missing', 'REFUSED'],
]

/** A failure of the world by its name, or null when it is none that people can act on: then it is a bug. */
export function faultOf(error: unknown): RefusalError | null {
  if (error instanceof RefusalError) return error
  if (error instanceof CancelledError) return new RefusalError(refuse('cancelled').refusal)
  const { code, path, port } = error as { code?: unknown; path?: unknown; port?: unknown }
  const [, refusal, kind] = faults.find(([names]) => names.test(String(code))) ?? []
  if (refusal === undefined) return null
  const params = {
    file: typeof path === 'string' ? path : '',
    port: typeof port === 'number' ? port : 0,
    what: 'data.db',
  }
  return new RefusalError(refuse(refusal, params).refusal, kind)
}
