import { Worker } from 'node:worker_threads'
import { CancelledError } from './cancelled.ts'
import type { JobInput, JobName, JobOutput } from './jobs.ts'

/** The worker stands beside this file, as source or bundled. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './job-worker.ts' : './job-worker.js',
  import.meta.url,
)

/** An ordinary school file needs a tenth of it; a bomb ends its own worker and nothing else. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 }

/** Runs a job in a worker thread; an abort ends the worker and throws CancelledError. */
export function runJob<N extends JobName>(
  name: N,
  input: JobInput<N>,
  signal?: AbortSignal,
): Promise<JobOutput<N>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new CancelledError())
      return
    }
    const worker = new Worker(workerFile, { workerData: { name, input }, resourceLimits })
    const stop = (): void => {
      reject(new CancelledError())
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop)
      reject(new Error(`job ${name} ended without an answer`))
    })
  })
}
