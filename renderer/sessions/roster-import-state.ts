import { create } from 'zustand'
import type { FileIn } from '#shared/core/contract'
import type { Refusal } from '#shared/core/result'
import type { RosterImported } from '#shared/sessions/contract'
import { currentLanguage } from '#renderer/i18n'
import { fileInOf, pickFile } from '#renderer/ipc/files'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { type Progress, runWork } from '#renderer/ipc/run-work'
import { client } from '#renderer/rpc'

interface RosterImport {
  readonly sessionId: string
  readonly progress: Progress | null
  readonly report: RosterImported | null
  readonly refusal: Refusal | null
  readonly abort: AbortController | null
}

const idle: RosterImport = {
  sessionId: '',
  progress: null,
  report: null,
  refusal: null,
  abort: null,
}

export const useRosterImport = create<RosterImport>(() => idle)

/** Endings of the files that the core can read as a roster. */
const rosterFiles = '.xlsx,.csv'

export async function chooseRoster(sessionId: string): Promise<void> {
  await importRoster(sessionId, () => pickFile(rosterFiles))
}

export async function dropRoster(sessionId: string, file: File): Promise<void> {
  await importRoster(sessionId, () => fileInOf(file))
}

/** Work that was cancelled leaves nothing behind: an import is saved whole or not at all. */
export function cancelImport(): void {
  useRosterImport.getState().abort?.abort()
}

export function closeReport(): void {
  useRosterImport.setState(idle)
}

async function importRoster(sessionId: string, find: () => Promise<FileIn | null>): Promise<void> {
  const abort = new AbortController()
  const { signal } = abort
  useRosterImport.setState({ ...idle, sessionId, abort })
  try {
    const file = await find()
    if (file === null) {
      useRosterImport.setState(idle)
      return
    }
    useRosterImport.setState({ progress: { step: 'reading', done: 0, of: 0 } })
    const report = await runWork(
      client.roster.import({ file, sessionId, language: currentLanguage() }, { signal }),
      (progress) => {
        useRosterImport.setState({ progress })
      },
      signal,
    )
    useRosterImport.setState({ ...idle, sessionId, report })
  } catch (error) {
    useRosterImport.setState({ ...idle, sessionId, refusal: refusalOrUnexpected(error) })
  }
}
