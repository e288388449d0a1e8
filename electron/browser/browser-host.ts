import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connection } from '#electron/context'
import { pathOf, serveContract, serveFiles, type Served } from '#electron/ipc/core-server'
import type { CoreAddress } from '#electron/store/ownership'
import { relayFile, relaySocket } from './relay.ts'
import { servePage } from './static-files.ts'

export interface BrowserHost {
  /** The address to open once: its token is exchanged for a cookie and is worth nothing afterwards. */
  readonly url: string
  close(): Promise<void>
}

export interface BrowserHostOptions {
  readonly core: Served
  readonly port: number
  /** The folder of the built page. */
  readonly pages: string
  readonly random: (n: number) => Uint8Array
  /** Finds the core that owns the vault when it is another process, else null. */
  readonly owner: () => Promise<CoreAddress | null>
}

const cookieName = 'xuncheng'

/**
 * Serves the window to a browser on this computer, and to nobody else: bound to 127.0.0.1, Host and
 * Origin checked on every request, a one-time token in the first address, a cookie afterwards.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { core, random } = options
  const desk = new Map<string, Connection>()
  let token = Buffer.from(random(32)).toString('hex')
  const server = createServer()
  const visitorOf = (request: IncomingMessage): Connection | null =>
    isFromHere(request, server) ? (desk.get(cookieOf(request)) ?? null) : null

  server.on('request', (request, response) => {
    if (!isFromHere(request, server)) return deny(response)
    if (pathOf(request) === '/enter') {
      if (
        !isSame(new URL(request.url ?? '/', 'http://local').searchParams.get('token') ?? '', token)
      )
        return deny(response)
      token = Buffer.from(random(32)).toString('hex')
      const cookie = Buffer.from(random(32)).toString('hex')
      desk.set(cookie, { host: 'browser', mayUsePaths: false, login: null })
      enter(response, cookie)
      return
    }
    if (!visitorOf(request)) return deny(response)
    void answer(request, response)
  })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = isFileRequest(request) ? await options.owner() : null
    if (address) relayFile(request, response, address)
    else if (!serveFiles(core, request, response))
      servePage(options.pages, request, response, random)
  }
  const contract = serveContract(server, core, visitorOf, async () => {
    const address = await options.owner()
    return address
      ? (socket) => {
          relaySocket(socket, address)
        }
      : null
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${portOf(server)}/enter?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        contract.close()
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** Not another site's page (Origin), not a name that was bent to this address (Host). */
function isFromHere(request: IncomingMessage, server: Server): boolean {
  const own = `127.0.0.1:${portOf(server)}`
  const { host, origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (host !== own || (origin !== undefined && origin !== `http://${own}`)) return false
  // A link from elsewhere may open the page, but no other site may embed it or call it.
  return site !== 'cross-site' || request.headers['sec-fetch-mode'] === 'navigate'
}

function isFileRequest(request: IncomingMessage): boolean {
  return /^\/files(\/|\?|$)/.test(request.url ?? '')
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function cookieOf(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('='))
  return pairs.find(([name]) => name === cookieName)?.[1] ?? ''
}

function enter(response: ServerResponse, cookie: string): void {
  response
    .writeHead(303, {
      location: '/',
      'set-cookie': `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
      'cache-control': 'no-store',
    })
    .end()
}

function deny(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/plain' }).end('403')
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
