import { EventEmitter } from 'node:events'
import { portsOverWire } from './process-port.ts'
import type { Wire } from './process-port.ts'

// Loaded before the program of a utility process: gives it `process.parentPort`
// (https://electronjs.org/docs/latest/api/parent-port).
const send = (wire: Wire): void => {
  // Main may have gone meanwhile, and this process then ends too.
  if (process.connected) process.send?.(wire, () => null)
}
const ports = portsOverWire(send)

class ParentPort extends EventEmitter implements Pick<Electron.ParentPort, 'postMessage'> {
  postMessage(data: unknown): void {
    send({ kind: 'message', data, ports: [] })
  }
}

const parentPort = new ParentPort()
const early: Wire[] = []

function receive(wire: Wire): void {
  if (wire.kind === 'message')
    parentPort.emit('message', { data: wire.data, ports: wire.ports.map(ports.take) })
  else ports.receive(wire)
}

// The program is still loading when the first messages arrive.
process.on('message', (wire: Wire) => {
  if (parentPort.listenerCount('message') === 0) early.push(wire)
  else receive(wire)
})
parentPort.on('newListener', (name) => {
  if (name === 'message')
    setImmediate(() => {
      for (const wire of early.splice(0)) receive(wire)
    })
})
// Electron ends its utility processes with itself.
process.on('disconnect', () => {
  process.exit(1)
})
Object.defineProperty(process, 'parentPort', { value: parentPort })
