import { createCore } from '#electron/core'
import { serveOnPort } from '#electron/ipc/serve-port'
import { foldersIn } from '#electron/user-folder'
import type { ToCore } from './core-messages.ts'

// The core's process (https://electronjs.org/docs/latest/api/utility-process): the shell hands over
// one port per window and says when to close.
let core: ReturnType<typeof createCore> | undefined

process.parentPort.on('message', ({ data, ports }) => {
  void obey(data as ToCore, ports)
})

async function obey(message: ToCore, ports: readonly Electron.MessagePortMain[]): Promise<void> {
  if (message.type === 'start') {
    core = createCore(foldersIn(message.options.userFolder))
    return
  }
  if (core === undefined) throw new Error(`${message.type} before start`)
  if (message.type === 'close') {
    await core.close()
    process.exit(0)
  }
  for (const port of ports) {
    serveOnPort(core, port, { host: 'desktop', mayUsePaths: true, login: null })
    // Electron keeps what comes before this (https://electronjs.org/docs/latest/api/message-port-main).
    port.start()
  }
}
