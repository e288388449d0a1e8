import { EventEmitter } from 'node:events'

/** Where a port went that was handed to a page or to another process. */
export interface FarEnd {
  readonly send: (data: unknown) => void
  readonly close: () => void
}

/**
 * Electron's port: one end of a pair, queueing until started, useless to whoever handed it on
 * (https://electronjs.org/docs/latest/api/message-port-main).
 */
export class StandInPort
  extends EventEmitter
  implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  #peer: StandInPort | null = null
  #farEnd: FarEnd | null = null
  #queue: unknown[] = []
  #isStarted = false
  #isClosed = false

  static pair(): readonly [StandInPort, StandInPort] {
    const pair = [new StandInPort(), new StandInPort()] as const
    pair[0].#peer = pair[1]
    pair[1].#peer = pair[0]
    return pair
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (this.#farEnd !== null) throw new Error('This port was handed on; it no longer sends.')
    if (transfer.length > 0) throw new Error('The stand-in sends no port through a port.')
    this.sendOn(structuredClone(message))
  }

  start(): void {
    this.#isStarted = true
    for (const data of this.#queue.splice(0)) this.take(data)
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#farEnd?.close()
    this.emit('close')
    this.#peer?.close()
  }

  /** Hands this end on: what its peer sends goes to the far end, what comes from there to its peer. */
  handTo(farEnd: FarEnd): void {
    if (this.#farEnd !== null) throw new Error('This port was handed on already.')
    this.#farEnd = farEnd
    this.start()
  }

  /** Sends as if from this end, also when it was handed on. */
  sendOn(data: unknown): void {
    this.#peer?.take(data)
  }

  /** What the peer sent: kept, sent on, or told to the listeners. */
  take(data: unknown): void {
    if (this.#isClosed) return
    if (!this.#isStarted) this.#queue.push(data)
    else if (this.#farEnd !== null) this.#farEnd.send(data)
    else
      setImmediate(() => {
        this.emit('message', { data, ports: [] })
      })
  }
}

export class StandInMessageChannel implements Pick<Electron.MessageChannelMain, never> {
  readonly port1: StandInPort
  readonly port2: StandInPort

  constructor() {
    ;[this.port1, this.port2] = StandInPort.pair()
  }
}

/** The ports among what a caller wants to hand on; anything else is an error, as in Electron. */
export function portsOf(transfer: readonly unknown[] = []): readonly StandInPort[] {
  return transfer.map((item) => {
    if (item instanceof StandInPort) return item
    throw new TypeError('Only ports can be transferred.')
  })
}
