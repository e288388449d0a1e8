import type { Work, workSteps } from '#shared/core/contract'

type Step = (typeof workSteps)[number]

/** A message that long work is at a step; `of` 0 when nobody can say how much there is. */
export function at(step: Step, done = 0, of = 0): Work<never> {
  return { type: 'progress', step, done, of }
}

/** The last message of long work. */
export function finished<T>(result: T): Work<T> {
  return { type: 'done', result }
}

/** Reads long work to its end and answers its result; `onProgress` hears the steps. */
export async function resultOf<T>(
  work: AsyncIterable<Work<T>>,
  onProgress: (message: Extract<Work<T>, { type: 'progress' }>) => void = () => undefined,
): Promise<T> {
  for await (const message of work) {
    if (message.type === 'done') return message.result
    onProgress(message)
  }
  throw new Error('work ended without a result')
}
