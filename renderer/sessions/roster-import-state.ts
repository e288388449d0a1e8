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
  readonly file: FileIn | null
  readonly progress: Progress | null
  /** What the file would bring; nothing is written yet. */
  readonly preview: RosterImported | null
  /** What it brought. */
  readonly report: RosterImported | null
  readonly refusal: Refusal | null
  readonly abort: AbortController | null
}

const idle: RosterImport = {
  sessionId: '',
  file: null,
  progress: null,
  preview: null,
  report: null,
  refusal: null,
  abort: null,
}

export const useRosterImport = create<RosterImport>(() => idle)

/** Endings of the files that the core can read as a roster. */
const rosterFiles = '.xlsx,.csv'

export async function chooseRoster(sessionId: string): Promise<void> {
  await takeRoster(sessionId, () => pickFile(rosterFiles))
}

export async function dropRoster(sessionId: string, file: File): Promise<void> {
  await takeRoster(sessionId, () => fileInOf(file))
}

/** Ends the work or the preview; nothing of it stays: an import is saved whole or not at all. */
export function cancelImport(): void {
  const { abort } = useRosterImport.getState()
  if (abort) abort.abort()
  else useRosterImport.setState(idle)
}

export function closeReport(): void {
  useRosterImport.setState(idle)
}

/** Writes what the preview showed; the file is read once more, so that nothing older is written. */
export async function writeRoster(): Promise<void> {
  const { sessionId, file } = useRosterImport.getState()
  const report = await read(false)
  if (report) useRosterImport.setState({ ...idle, sessionId, file, report })
}

async function takeRoster(sessionId: string, find: () => Promise<FileIn | null>): Promise<void> {
  const before = useRosterImport.getState()
  try {
    const file = await find()
    if (file === null) return
    useRosterImport.setState({ ...idle, sessionId, file })
    const preview = await read(true)
    if (preview) useRosterImport.setState({ preview })
  } catch (error) {
    useRosterImport.setState({ ...before, sessionId, refusal: refusalOrUnexpected(error) })
  }
}

async function read(dryRun: boolean): Promise<RosterImported | null> {
  const { sessionId, file } = useRosterImport.getState()
  if (file === null) return null
  const abort = new AbortController()
  const { signal } = abort
  useRosterImport.setState({
    abort,
    refusal: null,
    progress: { step: 'reading', done: 0, of: 0 },
  })
  try {
    return await runWork(
      client.roster.import({ file, sessionId, dryRun, language: currentLanguage() }, { signal }),
      (progress) => {
        useRosterImport.setState({ progress })
      },
      signal,
    )
  } catch (error) {
    useRosterImport.setState({ preview: null, refusal: refusalOrUnexpected(error) })
    return null
  } finally {
    useRosterImport.setState({ abort: null, progress: null })
  }
}
