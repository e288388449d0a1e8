import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { create } from 'zustand'
import type { Contract } from '#shared/contract'
import { type Line, NotConnectedError, newLine } from '#renderer/ipc/line'

type Link = ClientLink<ClientContext>
/** `shut-out`: the program at this address was started again and does not know this window. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'shut-out'

interface Connection {
  readonly state: ConnectionState
  /** Counts the connections made, so that what was asked over a lost one is asked again. */
  readonly made: number
}

/** Whether the core can be asked; the frame shows a bar when it cannot. */
export const useConnection = create<Connection>(() => ({ state: 'connecting', made: 0 }))

/** Calls made before the first connection stands wait here for its link; later ones never wait. */
let line: Line<Link> = newLine()

/** The core, whatever carries the words to it. A call over a connection that is or gets lost fails. */
export const client: ContractRouterClient<Contract> = createORPCClient({
  call: async (path, input, options) => {
    const { link, gone } = line
    if (isCut(useConnection.getState().state)) throw new NotConnectedError()
    return Promise.race([link.then((made) => made.call(path, input, options)), gone])
  },
} satisfies Link)

/** Connects once, for the life of the page: through the desktop's port, else through a socket of our own origin. */
export function connect(): void {
  if (window.desktop) listenForPort()
  else openSocket(0)
}

function isCut(state: ConnectionState): boolean {
  return state === 'lost' || state === 'shut-out'
}

function opened(made: Link): void {
  line.open(made)
  useConnection.setState(({ made: count }) => ({ state: 'open', made: count + 1 }))
}

function lost(): void {
  if (isCut(useConnection.getState().state)) return
  line.cut()
  line = newLine()
  useConnection.setState({ state: 'lost' })
}

/** The preload posts a port at the start, and a new one when the core was started again. */
function listenForPort(): void {
  let current: MessagePort | null = null
  window.desktop?.onCoreStatus(lost)
  window.addEventListener('message', (event) => {
    const port = event.ports[0]
    if (event.data !== 'core-port' || event.source !== window || !port) return
    if (useConnection.getState().state === 'open') lost()
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
/** A program that was only slow to start is there by the third attempt. */
const failuresBeforeDoubt = 3

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
    if (failed >= failuresBeforeDoubt) void askWhetherShutOut()
    setTimeout(
      () => {
        openSocket(failed)
      },
      Math.min(longestPauseMs, 500 * 2 ** failed),
    )
  })
}

/** A socket does not say why it was refused; the page's own address does. */
async function askWhetherShutOut(): Promise<void> {
  try {
    const { status } = await fetch('/', { method: 'HEAD', cache: 'no-store' })
    if (useConnection.getState().state === 'open') return
    useConnection.setState({ state: status === 403 ? 'shut-out' : 'lost' })
  } catch {
    // Nobody is at the address: the program is not running, and the bar says so already.
  }
}
