import { randomBytes } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { toInstant } from '#shared/core/dates'
import { attendanceDeriver } from '#electron/attendance/derive'
import type { Connection, Context } from '#electron/context'
import { createDesk, type Desk } from '#electron/desk'
import { router } from '#electron/handlers'
import { createShelf, type FileShelf } from '#electron/ipc/file-shelf'
import { listenForOthers } from '#electron/ipc/local-socket'

export interface CoreOptions {
  readonly folder: string
  readonly demoFolder: string
  readonly now?: () => number
  readonly random?: (n: number) => Uint8Array
  readonly log?: Context['log']
}

/** The core: one desk, one router, any number of connections. It knows no host. */
export interface Core {
  readonly desk: Desk
  readonly shelf: FileShelf
  readonly router: typeof router
  readonly log: Context['log']
  /** The context of a new connection. */
  connect(connection: Connection): Context
  close(): Promise<void>
}

/** Composition root: the clock, chance and every feature's handlers come together here. */
export function createCore(options: CoreOptions): Core {
  const now = options.now ?? Date.now
  const random = options.random ?? ((n: number) => new Uint8Array(randomBytes(n)))
  const log = options.log ?? writeLog
  const shelf = createShelf()
  let listening: ReturnType<typeof listenForOthers> | null = null
  const desk = createDesk({
    folder: options.folder,
    demoFolder: options.demoFolder,
    derivers: [attendanceDeriver],
    random,
    onVault: (vault) => {
      void listening?.close()
      listening = vault ? listenForOthers(core, vault, random) : null
      // What was on its way belongs to whoever had the vault open.
      if (!vault) shelf.clear()
    },
  })
  const core: Core = {
    desk,
    shelf,
    router,
    log,
    connect: (connection) => {
      const context: Context = {
        desk,
        shelf,
        log,
        connection,
        now: () => toInstant(now()),
        newId: () => Buffer.from(random(16)).toString('hex'),
        ask: () => createRouterClient(router, { context }),
      }
      return context
    },
    close: async () => {
      const last = listening
      await last?.drain()
      await desk.lock()
      await last?.close()
    },
  }
  return core
}

/** One JSON line on stderr, without names, numbers or file contents. */
function writeLog(line: string, details: Readonly<Record<string, unknown>> = {}): void {
  process.stderr.write(`${JSON.stringify({ log: line, ...details })}\n`)
}
