import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { _electron } from '@playwright/test'
import type { LaunchOptions, RunningDesktop, Work } from './desktop-fixtures.ts'

/** The built program in the real Electron. */
export async function launchElectron(
  { main, args, userFolder }: LaunchOptions,
  executablePath: string,
): Promise<RunningDesktop> {
  // Chromium refuses to run as root with its sandbox; only build machines do that, never the product.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const allArgs = [...asRoot, main, ...args]
  const app = await _electron.launch({ executablePath, args: allArgs, cwd: process.cwd() })
  const ended = once(app.process(), 'exit').then(([code]) => Number(code ?? 1))
  return {
    page: await app.firstWindow(),
    inMain: <A, R>(work: Work<A, R>, arg: A) =>
      app.evaluate(work as (electron: unknown, arg: unknown) => R, arg),
    launchAgain: async () => {
      const second = spawn(executablePath, allArgs, { cwd: userFolder, stdio: 'ignore' })
      const [code] = (await once(second, 'exit')) as [number | null]
      return code ?? 1
    },
    ended,
    willDrop: () => Promise.resolve(),
    stop: () => app.close(),
  }
}
