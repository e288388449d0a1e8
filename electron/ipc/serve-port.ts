import { RPCHandler } from '@orpc/server/message-port'
import type { Connection, Context } from '#electron/context'
import type { Served } from './core-server.ts'

type Port = Parameters<RPCHandler<Context>['upgrade']>[0]

/** Answers the contract on a message port, as the desktop window has it. */
export function serveOnPort(core: Served, port: Port, connection: Connection): void {
  new RPCHandler(core.router).upgrade(port, { context: core.connect(connection) })
}
