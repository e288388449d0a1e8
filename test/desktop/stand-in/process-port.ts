import { StandInPort } from './ports.ts'

/** What passes between the stand-in's main and a utility process. */
export type Wire =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'port-close'; readonly id: number }

/** Ports whose one end lies in the other process, by number. */
export function portsOverWire(send: (wire: Wire) => void): {
  readonly hand: (id: number, port: StandInPort) => void
  readonly take: (id: number) => StandInPort
  readonly receive: (wire: Wire) => void
  readonly closeAll: () => void
} {
  const relays = new Map<number, StandInPort>()

  function hand(id: number, port: StandInPort): void {
    relays.set(id, port)
    port.handTo({
      send: (data) => {
        send({ kind: 'port', id, data })
      },
      close: () => {
        if (relays.delete(id)) send({ kind: 'port-close', id })
      },
    })
  }

  return {
    hand,
    take: (id) => {
      const [kept, relay] = StandInPort.pair()
      hand(id, relay)
      return kept
    },
    receive: (wire) => {
      if (wire.kind === 'port') relays.get(wire.id)?.sendOn(wire.data)
      if (wire.kind !== 'port-close') return
      const port = relays.get(wire.id)
      relays.delete(wire.id)
      port?.close()
    },
    closeAll: () => {
      const ports = [...relays.values()]
      relays.clear()
      for (const port of ports) port.close()
    },
  }
}
