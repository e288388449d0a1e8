import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Connection, Context } from '#electron/context'
import type { FileShelf } from './file-shelf.ts'

/** What a server needs of the core; the core itself stands above the plumbing. */
export interface Served {
  readonly router: ConstructorParameters<typeof RPCHandler<Context>>[0]
  readonly shelf: FileShelf
  connect(connection: Connection): Context
  readonly log: Context['log']
}

/** Who may come in, and as what; null turns the request away. */
export type Gate = (request: IncomingMessage) => Connection | null

/**
 * The contract over WebSocket at /rpc, files by PUT /files?name= and GET /files/<id>. Used twice:
 * for browsers on 127.0.0.1 and for other processes of this user on the local socket.
 */
export function serveContract(
  server: Server,
  core: Served,
  gate: Gate,
  /** Who answers instead, when another process owns the vault. */
  elsewhere: () => Promise<((socket: WebSocket) => void) | null> = () => Promise.resolve(null),
): { readonly close: () => void; readonly terminalsGone: () => Promise<void> } {
  const terminals = new Set<Promise<unknown>>()
  const handler = new RPCHandler(core.router)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 * 1024 })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    void upgrade(request, socket, head)
  })
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    // A visitor who breaks off, or sends no frames that can be read, ends his own connection only.
    socket.on('error', () => socket.destroy())
    const visitor = pathOf(request) === '/rpc' ? gate(request) : null
    if (!visitor) {
      // Left half open it would keep the server from closing.
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy())
      return
    }
    // Asked before the upgrade: a frame that comes while nobody listens would be lost.
    const other = await elsewhere()
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => {
        ws.terminate()
      })
      if (visitor.host === 'terminal') waitFor(terminals, once(ws, 'close'))
      if (other) other(ws)
      else void handler.upgrade(ws, { context: core.connect(visitor) })
    })
  }
  return {
    close: () => {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
    terminalsGone: async () => {
      await Promise.all(terminals)
    },
  }
}

function waitFor(all: Set<Promise<unknown>>, end: Promise<unknown>): void {
  all.add(end)
  void end.finally(() => all.delete(end))
}

/** Answers the file requests; false when the request is none of them. */
export function serveFiles(
  core: Served,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const url = urlOf(request)
  if (request.method === 'PUT' && url.pathname === '/files') {
    void receive(core.shelf, url.searchParams.get('name') ?? '', request, response)
    return true
  }
  if (request.method === 'GET' && url.pathname.startsWith('/files/')) {
    send(core.shelf, url.pathname.slice('/files/'.length), response)
    return true
  }
  return false
}

/** The address of a request; one that cannot be read is nobody's. */
export function urlOf(request: IncomingMessage): URL {
  const path = request.url ?? '/'
  return new URL(URL.canParse(path, 'http://local') ? path : '/?', 'http://local')
}

export function pathOf(request: IncomingMessage): string {
  return urlOf(request).pathname
}

/** Compares what a visitor shows with what he should, in a time that tells nothing. */
export function isSameSecret(shown: string, secret: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function receive(
  shelf: FileShelf,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { largest } = shelf
  if (Number(request.headers['content-length'] ?? 0) > largest) {
    refuseUpload(request, response)
    return
  }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largest) {
        refuseUpload(request, response)
        return
      }
      chunks.push(chunk)
    }
  } catch {
    // The window closed half-way: nothing was kept, nobody waits for an answer.
    return
  }
  const id = shelf.put({ name, bytes: Buffer.concat(chunks) })
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id }))
}

/** The rest of the file is not waited for: the connection ends with the answer. */
function refuseUpload(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(413, { connection: 'close' }).end(() => request.destroy())
}

function send(shelf: FileShelf, id: string, response: ServerResponse): void {
  const file = shelf.get(id)
  if (!file) {
    response.writeHead(404).end()
    return
  }
  response
    .writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .end(file.bytes)
}
