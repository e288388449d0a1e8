import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { closeBrowser } from './browser.ts'
import { isRefused, refusable } from './events.ts'
import { lockInstance } from './single-instance.ts'
import { runningUtilities } from './utility-process.ts'

type PathName = Parameters<Electron.App['getPath']>[0]

/** What the app must know of its windows, without knowing the class. */
interface OpenWindow {
  readonly close: () => void
  readonly isDestroyed: () => boolean
}

class StandInApp
  extends EventEmitter
  implements
    Pick<
      Electron.App,
      | 'enableSandbox'
      | 'exit'
      | 'getAppMetrics'
      | 'getLocale'
      | 'getPath'
      | 'getVersion'
      | 'isPackaged'
      | 'quit'
      | 'requestSingleInstanceLock'
      | 'setPath'
      | 'whenReady'
    >
{
  readonly isPackaged = false
  readonly windows = new Set<OpenWindow>()
  readonly commandLine = {
    hasSwitch: (name: string) => switchValue(name) !== undefined,
  } satisfies Pick<Electron.CommandLine, 'hasSwitch'>
  readonly #paths = new Map<string, string>()
  readonly #ready: Promise<void>
  #isReady = false
  #isQuitting = false

  constructor() {
    super()
    // The program's own module must have run to its end first.
    this.#ready = new Promise((resolve) => {
      setTimeout(() => {
        this.#isReady = true
        this.emit('ready', refusable({}), {})
        resolve()
      })
    })
  }

  whenReady(): Promise<void> {
    return this.#ready
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  getLocale(): string {
    return switchValue('lang') ?? 'zh-CN'
  }

  getVersion(): string {
    return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  }

  getPath(name: PathName): string {
    const given =
      this.#paths.get(name) ?? (name === 'userData' ? switchValue('user-data-dir') : null)
    if (given != null) return given
    if (name === 'appData') return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
    throw new Error(`The stand-in knows no folder '${name}'.`)
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  requestSingleInstanceLock(): boolean {
    return lockInstance(this.getPath('userData'), () => {
      this.emit('second-instance', refusable({}), process.argv, process.cwd(), null)
    })
  }

  getAppMetrics(): Electron.ProcessMetric[] {
    return runningUtilities().map(({ pid = 0, name }) => ({
      pid,
      name,
      type: 'Utility',
      creationTime: 0,
      cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
      memory: { workingSetSize: 0, peakWorkingSetSize: 0 },
    }))
  }

  quit(): void {
    if (isRefused(this, 'before-quit', {})) return
    this.#isQuitting = true
    for (const window of [...this.windows]) window.close()
    if (this.windows.size > 0) this.#isQuitting = false
    else this.#leave()
  }

  exit(code = 0): void {
    this.#isQuitting = true
    for (const utility of runningUtilities()) utility.removeAllListeners().kill()
    void closeBrowser().finally(() => process.exit(code))
  }

  /** Called by a window that has closed. */
  forget(window: OpenWindow): void {
    this.windows.delete(window)
    if (this.windows.size > 0 || this.#isQuitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  #leave(): void {
    if (isRefused(this, 'will-quit', {})) return
    this.emit('quit', refusable({}), 0)
    this.exit(0)
  }
}

function switchValue(name: string): string | undefined {
  const given = process.argv.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`))
  return given?.slice(name.length + 3)
}

export const app = new StandInApp()
