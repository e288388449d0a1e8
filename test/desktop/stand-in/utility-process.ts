import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { portsOf } from './ports.ts'
import { portsOverWire } from './process-port.ts'
import type { Wire } from './process-port.ts'

const running = new Set<StandInUtilityProcess>()
let lastPort = 0

export class StandInUtilityProcess
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill' | 'pid'>
{
  readonly name: string
  readonly #child: ChildProcess
  readonly #ports = portsOverWire((wire) => {
    this.#send(wire)
  })

  static fork(
    modulePath: string,
    args: readonly string[] = [],
    options: Electron.ForkOptions = {},
  ): StandInUtilityProcess {
    return new StandInUtilityProcess(modulePath, args, options)
  }

  private constructor(script: string, args: readonly string[], options: Electron.ForkOptions) {
    super()
    this.name = options.serviceName ?? 'Node Utility Process'
    this.#child = fork(script, args, {
      execArgv: ['--import', import.meta.resolve('./parent-port.ts')],
      serialization: 'advanced',
    })
    running.add(this)
    this.#child.on('message', (wire: Wire) => {
      if (wire.kind === 'message') this.emit('message', wire.data)
      else this.#ports.receive(wire)
    })
    this.#child.once('exit', (code) => {
      running.delete(this)
      this.#ports.closeAll()
      this.emit('exit', code ?? 1)
    })
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined
  }

  postMessage(data: unknown, transfer?: readonly unknown[]): void {
    const ports = portsOf(transfer).map((port) => {
      lastPort += 1
      return [lastPort, port] as const
    })
    const wire: Wire = {
      kind: 'message',
      data: structuredClone(data),
      ports: ports.map(([id]) => id),
    }
    this.#send(wire)
    for (const [id, port] of ports) this.#ports.hand(id, port)
  }

  kill(): boolean {
    return this.#child.kill()
  }

  /** What is sent to a process that has just ended is lost, as in Electron. */
  #send(wire: Wire): void {
    if (this.#child.connected) this.#child.send(wire, () => null)
  }
}

export function runningUtilities(): readonly StandInUtilityProcess[] {
  return [...running]
}
