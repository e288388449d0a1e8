import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

export const appScheme = 'app'
export const appHost = 'xuncheng'
export const appOrigin = `${appScheme}://${appHost}`
/** Where index.html wants the nonce that lets the component library insert its styles. */
export const noncePlaceholder = '__CSP_NONCE__'

/** Whether an address lies inside the app; the URL class gives no origin for schemes of our own. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${appScheme}:` && url.host === appHost
}

/** The answer to a request for a file of the renderer's build; the nonce is new for every answer. */
export async function answerAppRequest(
  folder: string,
  request: { readonly url: string; readonly method: string },
  nonce: string,
): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405 })
  const path = isAppUrl(request.url) ? filePath(folder, new URL(request.url).pathname) : null
  const bytes = path === null ? null : await bytesOf(path)
  if (path === null || bytes === null) return new Response(null, { status: 404 })
  const isPage = extname(path) === '.html'
  const body = isPage ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : bytes
  return new Response(body, {
    headers: {
      'content-type': mimeTypes[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  })
}

/** Nothing from outside the package runs, shows or is asked for. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function filePath(folder: string, pathname: string): string | null {
  const wanted = decoded(pathname)
  if (wanted === null || wanted.includes('\0')) return null
  const path = resolve(join(folder, wanted === '/' ? 'index.html' : wanted))
  return path.startsWith(resolve(folder) + sep) ? path : null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

async function bytesOf(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && notThere.includes(String(error.code)))
      return null
    throw error
  }
}

const notThere = ['ENOENT', 'EISDIR', 'ENOTDIR']

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
}
