import { Worker } from 'node:worker_threads'
import { refuse, type Result } from '#shared/core/result'
import { CancelledError } from './cancelled.ts'
import type { JobInput, JobName, JobOutput } from './jobs.ts'

/** The worker stands beside this file, as source or bundled. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './job-worker.ts' : './job-worker.js',
  import.meta.url,
)

/** What a job may use. */
interface JobLimits {
  /** Memory of the worker. */
  readonly megabytes: number
  /** For reading one file, from the worker's start. */
  readonly readingMs: number
}

/**
 * An ordinary school file needs a tenth of the memory, and a list of 5,000 people a fifth of a second;
 * a bomb ends its own worker and nothing else.
 */
const ordinary: JobLimits = { megabytes: 1024, readingMs: 10_000 }

/**
 * Runs a job in a worker thread; an abort ends the worker and throws CancelledError. A file whose
 * reading takes too long or fills the worker's memory is refused as `file-too-large`.
 */
export function runJob<N extends JobName>(
  name: N,
  input: JobInput<N>,
  signal?: AbortSignal,
  limits = ordinary,
): Promise<JobOutput<N>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new CancelledError())
      return
    }
    const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes }
    const worker = new Worker(workerFile, { workerData: { name, input }, resourceLimits })
    const stop = (): void => {
      reject(new CancelledError())
      void worker.terminate()
    }
    const tooLarge = tooLargeFor(input)
    const giveUp = (): void => {
      if (tooLarge) resolve(tooLarge as JobOutput<N>)
      void worker.terminate()
    }
    const timer = tooLarge ? setTimeout(giveUp, limits.readingMs) : undefined
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp()
      reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      reject(new Error(`job ${name} ended without an answer`))
    })
  })
}

/** What a job that reads a file answers when it cannot end; null for a job that reads none. */
function tooLargeFor(input: JobInput<JobName>): Result<never> | null {
  return 'bytes' in input ? refuse('file-too-large', { file: input.name }) : null
}
