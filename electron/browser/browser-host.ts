import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connection } from '#electron/context'
import { sentence } from '#electron/i18n'
import { pathOf, serveContract, serveFiles, type Served } from '#electron/ipc/core-server'
import type { CoreAddress } from '#electron/store/ownership'
import { createDoor } from './door.ts'
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

/**
 * Serves the window to a browser on this computer, and to nobody else: bound to 127.0.0.1, Host and
 * Origin checked on every request, a one-time token in the first address, a cookie afterwards.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { core, random } = options
  const server = createServer()
  const door = createDoor(random, () => portOf(server))
  const visitorOf = (request: IncomingMessage): Connection | null =>
    isFromHere(request, server) ? door.visitor(request) : null
  server.on('request', (request, response) => {
    if (isFromHere(request, server) && pathOf(request) === '/enter') {
      if (!door.enter(request, response)) deny(response)
    } else if (visitorOf(request))
      answer(options, request, response).catch(() => response.writeHead(500).end())
    else deny(response)
  })
  const contract = serveContract(server, core, visitorOf, async () => {
    const address = await options.owner()
    if (!address) return null
    return (socket) => {
      relaySocket(socket, address)
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${portOf(server)}/enter?token=${door.token}`,
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

async function answer(
  { core, owner, pages, random }: BrowserHostOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = isFileRequest(request) ? await owner() : null
  if (address) relayFile(request, response, address)
  else if (!serveFiles(core, request, response)) servePage(pages, request, response, random)
}

/** Not another site's page (Origin), not a name that was bent to this address (Host). */
function isFromHere(request: IncomingMessage, server: Server): boolean {
  const own = `127.0.0.1:${portOf(server)}`
  const { host, origin } = request.headers
  const site = request.headers['sec-fetch-site'] ?? 'none'
  if (host !== own || (origin !== undefined && origin !== `http://${own}`)) return false
  // A socket is asked for by a page, and a page always says which one.
  if (request.headers.upgrade !== undefined && origin === undefined) return false
  // A link from elsewhere may open the page, but no other page, not even of another port here, may
  // embed it or call it.
  return (
    site === 'same-origin' || site === 'none' || request.headers['sec-fetch-mode'] === 'navigate'
  )
}

function isFileRequest(request: IncomingMessage): boolean {
  return /^\/files(\/|\?|$)/.test(request.url ?? '')
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

/** Turns a request away, in words that a person who opened an old link can use. */
function deny(response: ServerResponse): void {
  const paragraphs = (['zh-CN', 'en'] as const).flatMap((language) =>
    ['message', 'safe', 'hint'].map((part) => sentence(language, `refusals:link-used.${part}`)),
  )
  const page = `<!doctype html><meta charset="utf-8"><title>403</title>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`
  response
    .writeHead(403, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
    })
    .end(page)
}
