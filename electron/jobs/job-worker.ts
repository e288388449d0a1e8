import { parentPort, workerData } from 'node:worker_threads'
import { jobs, type JobInput, type JobName } from './jobs.ts'

// One worker does one job and ends, so that its memory goes back whole.
const { name, input } = workerData as { name: JobName; input: JobInput<JobName> }
const work = jobs[name] as (input: JobInput<JobName>) => Promise<unknown>
parentPort?.postMessage(await work(input))
