import { setTimeout as wait } from 'node:timers/promises'
import { MessageChannelMain, utilityProcess } from 'electron'
import type { UtilityProcess, WebContents } from 'electron'
import { channels } from './bridge.ts'
import type { CoreStatus } from './bridge.ts'
import type { CoreStart, ToCore } from './core-messages.ts'
import { mayRestart } from './core-restart.ts'

/** Emptying the write-ahead log of a large vault on an old disk; a killed core loses nothing. */
const closingTimeMs = 10_000

export interface CoreProcess {
  /** Gives a window its own port to the core, now and again whenever the core is replaced. */
  readonly connect: (contents: WebContents) => void
  readonly close: () => Promise<void>
}

interface CoreSettings {
  readonly script: string
  readonly options: CoreStart
  readonly onStopped: () => void
}

/** Starts the core beside the windows, so that neither its work nor its end stops them. */
export function startCore({ script, options, onStopped }: CoreSettings): CoreProcess {
  const windows = new Set<WebContents>()
  let lastRestartMs: number | null = null
  let isClosing = false
  let child: UtilityProcess | null = launch()

  function launch(): UtilityProcess {
    const launched = utilityProcess.fork(script, [], { serviceName: 'xuncheng-core' })
    launched.once('exit', replace)
    tell(launched, { type: 'start', options })
    return launched
  }

  function replace(): void {
    child = null
    if (isClosing) return
    const status = restart()
    for (const contents of windows) contents.send(channels.coreStatus, status)
    for (const contents of windows) handPort(contents)
    if (status === 'stopped') onStopped()
  }

  function restart(): CoreStatus {
    if (!mayRestart(lastRestartMs, Date.now())) return 'stopped'
    lastRestartMs = Date.now()
    child = launch()
    return 'restarted'
  }

  function handPort(contents: WebContents): void {
    if (child === null) return
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ type: 'connect' } satisfies ToCore, [port1])
    contents.postMessage(channels.corePort, null, [port2])
  }

  return {
    connect: (contents) => {
      if (!windows.has(contents)) contents.once('destroyed', () => windows.delete(contents))
      windows.add(contents)
      handPort(contents)
    },
    close: async () => {
      isClosing = true
      if (child !== null) await endOf(child)
    },
  }
}

function tell(child: UtilityProcess, message: ToCore): void {
  child.postMessage(message)
}

async function endOf(child: UtilityProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  tell(child, { type: 'close' })
  await Promise.race([ended, wait(closingTimeMs)])
  child.kill()
}
