// Loaded before a program under test: whatever it asks of another machine fails and is told on stderr.
import { Socket } from 'node:net'

type Target = { readonly path?: string; readonly host?: string | null } | undefined

const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket
Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const first = (Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0]) as Target
  const host = typeof first === 'object' ? (first.host ?? 'localhost') : 'localhost'
  const isHere = first?.path !== undefined || /^(localhost|127\.|::1)/.test(host)
  if (isHere) return connect.apply(this, args)
  process.stderr.write(`OUTSIDE ${host}\n`)
  throw new Error(`a connection to ${host} was asked for`)
} as Socket['connect']
