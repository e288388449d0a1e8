import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
const router = {
  system: { state: os.handler(() => ({ pid: process.pid, version: 'stub', bytes: new Date(0) })) },
}
export function createCore(options: unknown) {
  return {
    options,
    close: async () => {
      await new Promise((r) => setTimeout(r, 50))
      const fs = await import('node:fs')
      fs.writeFileSync((options as any).userFolder + '/core-closed', '1')
    },
  }
}
export function serveOnPort(_core: unknown, port: any) {
  new RPCHandler(router).upgrade(port)
  port.start()
}
