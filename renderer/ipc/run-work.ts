import type { Work } from '#shared/core/contract'

export type Progress = Omit<Extract<Work<unknown>, { type: 'progress' }>, 'type'>

/**
 * Follows long work to its result. `onProgress` hears every step; aborting `signal` (which the call
 * must have been given too) ends the work and throws `AbortError`. Work that ends without a result
 * is a bug.
 */
export async function runWork<T>(
  iteratorPromise: Promise<AsyncIterable<Work<T>>>,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<T> {
  for await (const message of await iteratorPromise) {
    signal?.throwIfAborted()
    if (message.type === 'done') return message.result
    onProgress({ step: message.step, done: message.done, of: message.of })
  }
  signal?.throwIfAborted()
  throw new Error('Work ended without a result.')
}
