import { create } from 'zustand'
import type { FileIn } from '#shared/core/contract'
import type { Refusal } from '#shared/core/result'
import type { PlanImported } from '#shared/plan/contract'
import { fileInOf, pickFile } from '#renderer/ipc/files'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { runWork, type Progress } from '#renderer/ipc/run-work'
import { client } from '#renderer/rpc'
import { yearInName } from './plan-view.ts'

interface PlanImportState {
  readonly year: number
  readonly file: FileIn | null
  readonly progress: Progress | null
  readonly refusal: Refusal | null
  /** What the file would bring; null before it was read. */
  readonly preview: PlanImported | null
  readonly done: PlanImported | null
  readonly controller: AbortController | null
}

const blank: Omit<PlanImportState, 'year'> = {
  file: null,
  progress: null,
  refusal: null,
  preview: null,
  done: null,
  controller: null,
}

export const usePlanImport = create<PlanImportState>(() => ({ ...blank, year: 0 }))

/** Begins anew for a year. */
export function startImport(year: number): void {
  usePlanImport.setState({ ...blank, year }, true)
}

/** Another year for the same file: it is compared again. */
export async function setImportYear(year: number): Promise<void> {
  usePlanImport.setState({ year })
  if (usePlanImport.getState().preview) await preview()
}

export async function pickPlan(): Promise<void> {
  await take(() => pickFile('.xlsx,.xls,.csv,.docx'))
}

export async function dropPlan(file: File): Promise<void> {
  usePlanImport.setState(({ year }) => ({ year: yearInName(file.name, year) }))
  await take(() => fileInOf(file))
}

/** Stores what the preview showed; the file is read once more, so that nothing older is stored. */
export async function commitPlan(): Promise<void> {
  const done = await read(false)
  if (done) usePlanImport.setState({ ...blank, done })
}

export function cancelPlanImport(): void {
  usePlanImport.getState().controller?.abort()
}

async function take(handOver: () => Promise<FileIn | null>): Promise<void> {
  usePlanImport.setState({ ...blank, progress: { step: 'reading', done: 0, of: 0 } })
  try {
    const file = await handOver()
    usePlanImport.setState({ ...blank, file })
    if (!file) return
    const name = file.kind === 'path' ? file.path : file.name
    usePlanImport.setState(({ year }) => ({ year: yearInName(name, year) }))
    await preview()
  } catch (error) {
    usePlanImport.setState({ ...blank, refusal: refusalOrUnexpected(error) })
  }
}

async function preview(): Promise<void> {
  const found = await read(true)
  if (found) usePlanImport.setState({ preview: found })
}

async function read(dryRun: boolean): Promise<PlanImported | null> {
  const { file, year } = usePlanImport.getState()
  if (!file) return null
  const controller = new AbortController()
  const { signal } = controller
  usePlanImport.setState({
    controller,
    refusal: null,
    progress: { step: 'reading', done: 0, of: 0 },
  })
  try {
    return await runWork(
      client.plan.import({ file, year, dryRun }, { signal }),
      (progress) => {
        usePlanImport.setState({ progress })
      },
      signal,
    )
  } catch (error) {
    usePlanImport.setState({ refusal: refusalOrUnexpected(error) })
    return null
  } finally {
    usePlanImport.setState({ controller: null, progress: null })
  }
}
