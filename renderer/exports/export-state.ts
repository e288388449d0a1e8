import { create } from 'zustand'
import type { Refusal } from '#shared/core/result'
import type { FileWritten } from '#shared/core/contract'
import { currentLanguage } from '#renderer/i18n'
import { fetchDownload, saveTarget } from '#renderer/ipc/files'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { type Progress, runWork } from '#renderer/ipc/run-work'
import { client } from '#renderer/rpc'
import type { Exported } from './export-view.ts'

interface Exporting {
  readonly sessionId: string
  readonly progress: Progress | null
  readonly done: Exported | null
  readonly refusal: Refusal | null
  readonly abort: AbortController | null
}

const idle: Exporting = { sessionId: '', progress: null, done: null, refusal: null, abort: null }

export const useExporting = create<Exporting>(() => idle)

export function cancelExport(): void {
  useExporting.getState().abort?.abort()
}

/** Writes the workbook for the national system; `all` takes again what was exported before. */
export async function exportHours(sessionId: string, name: string, all: boolean): Promise<void> {
  const abort = new AbortController()
  const { signal } = abort
  try {
    const out = await saveTarget(name)
    if (out === null) return
    useExporting.setState({
      ...idle,
      sessionId,
      abort,
      progress: { step: 'writing', done: 0, of: 0 },
    })
    const done = await runWork(
      client.exports.hours({ sessionId, out, all, language: currentLanguage() }, { signal }),
      (progress) => {
        useExporting.setState({ progress })
      },
      signal,
    )
    useExporting.setState({ ...idle, sessionId, done })
    download(done.file)
  } catch (error) {
    useExporting.setState({ ...idle, sessionId, refusal: refusalOrUnexpected(error) })
  }
}

export function download(file: FileWritten): void {
  fetchDownload(file)
}
