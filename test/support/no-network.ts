// Loaded before a program under test: whatever it asks of another machine fails and is told on stderr.
import { Socket } from 'node:net'

type Target = { readonly path?: string; readonly host?: string | null } | undefined

type Connect = (this: Socket, ...args: unknown[]) => Socket

const prototype = Socket.prototype as unknown as { connect: Connect }
const { connect } = prototype
prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const first = (Array.isArray(args[0]) ? args[0][0] : args[0]) as Target
  const host = typeof first === 'object' ? (first.host ?? 'localhost') : 'localhost'
  const isHere = first?.path !== undefined || /^(localhost|127\.|::1)/.test(host)
  if (isHere) return connect.apply(this, args)
  process.stderr.write(`OUTSIDE ${host}\n`)
  throw new Error(`a connection to ${host} was asked for`)
}
