import * as electron from './electron.ts'

/** What a test asks of the running program, as Playwright asks a real Electron. */
export type Question =
  | { readonly id: number; readonly work: string; readonly arg: unknown }
  | { readonly id: number; readonly file: { readonly name: string; readonly path: string } }

export interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

/** Runs a test's function inside main with `electron` as its first argument. */
export function obeyTests(): void {
  // A test that ends, or dies, leaves neither browser nor core behind.
  for (const end of ['SIGTERM', 'disconnect'])
    process.once(end, () => {
      electron.app.exit(1)
    })
  process.on('message', (question: Question) => {
    answer(question).then(
      (value) => process.send?.({ id: question.id, value } satisfies Answer),
      (error: unknown) =>
        process.send?.({ id: question.id, error: String(error) } satisfies Answer),
    )
  })
}

async function answer(question: Question): Promise<unknown> {
  if ('file' in question) {
    for (const { webContents } of electron.BrowserWindow.getAllWindows())
      webContents.willDrop(question.file.name, question.file.path)
    return null
  }
  const work = (0, eval)(`(${question.work})`) as (given: unknown, arg: unknown) => unknown
  return await work(electron, question.arg)
}
