import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { pathOf } from '#electron/ipc/core-server'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Answers a file of the built page; index.html gets the nonce under which styles may be added. */
export function servePage(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  random: (n: number) => Uint8Array,
): void {
  void answer(folder, request, response, Buffer.from(random(16)).toString('base64'))
}

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
): Promise<void> {
  const file = normalize(join(folder, nameOf(request)))
  const type = types[extname(file)]
  if (request.method !== 'GET' || !file.startsWith(folder + sep) || type === undefined) {
    response.writeHead(404).end()
    return
  }
  try {
    const content = await readFile(file)
    const isPage = extname(file) === '.html'
    response.writeHead(200, { 'content-type': type, ...headers(nonce, isPage) })
    response.end(isPage ? content.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : content)
  } catch (error) {
    const isNoFile = /^(ENOENT|EISDIR|ENOTDIR)$/.test(String((error as { code?: unknown }).code))
    response.writeHead(isNoFile ? 404 : 500).end()
  }
}

/** The file that an address asks for; what is no address asks for a file that is not there. */
function nameOf(request: IncomingMessage): string {
  if (pathOf(request) === '/') return 'index.html'
  try {
    return decodeURIComponent(pathOf(request))
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}

/** Only our own files, and nothing of anybody else's; styles by nonce, as the components add them. */
function headers(nonce: string, isPage: boolean): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      // React writes style attributes; a nonce cannot name those.
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': isPage ? 'no-store' : 'private, max-age=86400',
  }
}
