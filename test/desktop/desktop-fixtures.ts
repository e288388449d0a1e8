import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import { launchElectron } from './launch-electron.ts'
import { launchStandIn } from './launch-stand-in.ts'

type ElectronModule = typeof Electron.CrossProcessExports
/** A function that runs inside main: it may use its two arguments and Node's globals, no more. */
export type Work<A, R> = (electron: ElectronModule, arg: A) => R | Promise<R>

/** The running desktop as a spec sees it, on real Electron and on the stand-in alike. */
export interface Desktop {
  readonly page: Page
  readonly userFolder: string
  readonly inMain: <A, R>(work: Work<A, R>, arg: A) => Promise<R>
  /** Starts the program once more for the same user and waits until that second one has left. */
  readonly launchAgain: () => Promise<number>
  /** Settles with the exit code when the program has ended. */
  readonly ended: Promise<number>
  /** Names a file that is about to be dropped; Electron knows its path by itself. */
  readonly willDrop: (path: string) => Promise<void>
}

export interface RunningDesktop extends Omit<Desktop, 'userFolder'> {
  readonly stop: () => Promise<void>
}

export interface LaunchOptions {
  /** The built main; everything else is found from there. */
  readonly main: string
  readonly args: readonly string[]
  readonly userFolder: string
}

/** Electron's binary, where it was fetched and there is a screen for it; null otherwise. */
function electronBinary(): string | null {
  const named = resolve('node_modules/electron/path.txt')
  if (!existsSync(named) || isWithoutScreen()) return null
  const binary = resolve('node_modules/electron/dist', readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

function isWithoutScreen(): boolean {
  if (process.platform !== 'linux') return false
  return !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
}

const readyTimeMs = 20_000

interface Fixtures {
  /** The system's language. */
  readonly language: string
  /** A program of the test's own. */
  readonly desktop: Desktop
}

interface WorkerFixtures {
  readonly main: string
  /** One program for all tests that leave it as it was; its page is loaded anew for each. */
  readonly sharedDesktop: Desktop
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  language: ['zh-CN', { option: true }],
  main: ['dist/desktop/main.js', { option: true, scope: 'worker' }],
  desktop: async ({ language, main }, use) => {
    await runDesktop(main, language, use)
  },
  sharedDesktop: [
    async ({ main }, use) => {
      await runDesktop(main, 'zh-CN', use)
    },
    { scope: 'worker' },
  ],
})

async function runDesktop(
  main: string,
  language: string,
  use: (desktop: Desktop) => Promise<void>,
): Promise<void> {
  const userFolder = await mkdtemp(join(tmpdir(), 'xuncheng-desktop-'))
  const args = [`--user-data-dir=${userFolder}`, `--lang=${language}`]
  const launch = { main: resolve(main), args, userFolder }
  const binary = electronBinary()
  const running =
    binary === null ? await launchStandIn(launch) : await launchElectron(launch, binary)
  try {
    // The core starts beside the window, which takes its time on a busy machine.
    await running.page.locator('html[data-ready="true"]').waitFor({ timeout: readyTimeMs })
    await use({ ...running, userFolder })
  } finally {
    await running.stop()
    await rm(userFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export { expect } from '@playwright/test'
