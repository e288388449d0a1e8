import type { Result } from '#shared/core/result'
import type { Sheet } from '#shared/core/sheets'
import { readDocx } from '#electron/documents/read-docx'
import { readTable } from '#electron/documents/read-table'
import { writeWorkbook, type Workbook } from '#electron/documents/write-workbook'

/** Every heavy job that runs in a worker thread, by name: what goes in, what comes out. */
export const jobs = {
  'read-table': (input: {
    readonly bytes: Uint8Array
    readonly name: string
  }): Promise<Result<readonly Sheet[]>> => readTable(input.bytes, input.name),
  /** A plan comes as a Word document or as a workbook: the content tells which. */
  'read-plan': (input: {
    readonly bytes: Uint8Array
    readonly name: string
  }): Promise<Result<readonly Sheet[]>> => readPlan(input.bytes, input.name),
  'write-workbook': (input: Workbook): Promise<Uint8Array> => writeWorkbook(input),
} as const

export type JobName = keyof typeof jobs
export type JobInput<N extends JobName> = Parameters<(typeof jobs)[N]>[0]
export type JobOutput<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>

async function readPlan(bytes: Uint8Array, name: string): Promise<Result<readonly Sheet[]>> {
  const read = await readDocx(bytes)
  if (read.ok) return { ok: true, value: read.value.sheets }
  return read.refusal.code === 'file-kind-unknown' ? readTable(bytes, name) : read
}
