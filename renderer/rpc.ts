import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { create } from 'zustand'
import type { Contract } from '#shared/contract'

type Link = ClientLink<ClientContext>
export type ConnectionState = 'connecting' | 'open' | 'lost'

interface Connection {
  readonly state: ConnectionState
  /** Counts the connections made, so that what was asked over a lost one is asked again. */
  readonly made: number
}

/** Whether the core can be asked; the frame shows a bar when it cannot. */
export const useConnection = create<Connection>(() => ({ state: 'connecting', made: 0 }))

/** Calls made before a connection stands wait here for its link. */
let link = waiting()

interface Waiting {
  readonly promise: Promise<Link>
  readonly resolve: (made: Link) => void
}

/** The core, whatever carries the words to it. */
export const client: ContractRouterClient<Contract> = createORPCClient({
  call: async (path, input, options) => (await link.promise).call(path, input, options),
} satisfies Link)

/** Connects once, for the life of the page: through the desktop's port, else through a socket of our own origin. */
export function connect(): void {
  if (window.desktop) listenForPort()
  else openSocket(0)
}

function waiting(): Waiting {
  let resolve: Waiting['resolve'] = () => undefined
  const promise = new Promise<Link>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

function opened(made: Link): void {
  link.resolve(made)
  useConnection.setState(({ made: count }) => ({ state: 'open', made: count + 1 }))
}

function lost(): void {
  if (useConnection.getState().state === 'open') link = waiting()
  useConnection.setState({ state: 'lost' })
}

/** The preload posts a port at the start, and a new one when the core was started again. */
function listenForPort(): void {
  let current: MessagePort | null = null
  window.desktop?.onCoreStatus(lost)
  window.addEventListener('message', (event) => {
    const port = event.ports[0]
    if (event.data !== 'core-port' || event.source !== window || !port) return
    if (useConnection.getState().state === 'open') link = waiting()
    // The port of a core that was replaced may close after the new one stands.
    current = port
    port.addEventListener('close', () => {
      if (current === port) lost()
    })
    opened(new PortLink({ port }))
    port.start()
  })
}

const longestPauseMs = 5_000

function openSocket(failures: number): void {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const socket = new WebSocket(`${scheme}://${location.host}/rpc`)
  // Blobs are read asynchronously and would let messages overtake each other.
  socket.binaryType = 'arraybuffer'
  let failed = failures + 1
  socket.addEventListener('open', () => {
    failed = 0
    opened(new SocketLink({ websocket: socket }))
  })
  socket.addEventListener('close', () => {
    lost()
    setTimeout(
      () => {
        openSocket(failed)
      },
      Math.min(longestPauseMs, 500 * 2 ** failed),
    )
  })
}
