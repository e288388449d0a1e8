import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connection } from '#electron/context'
import { isSameSecret, urlOf } from '#electron/ipc/core-server'

/** Who may come in from the browser: a token that works once, then a cookie. */
export interface Door {
  readonly token: string
  /** Exchanges the token of the first address for a cookie; false when it is not the token. */
  enter(request: IncomingMessage, response: ServerResponse): boolean
  visitor(request: IncomingMessage): Connection | null
}

/** `port` names the cookie: cookies do not tell ports apart, and two desks in one browser must. */
export function createDoor(random: (n: number) => Uint8Array, port: () => number): Door {
  const cookieName = (): string => `xuncheng-${port()}`
  const token = Buffer.from(random(32)).toString('hex')
  const visitors = new Map<string, Connection>()
  let isUsed = false
  return {
    token,
    enter: (request, response) => {
      const shown = urlOf(request).searchParams.get('token') ?? ''
      if (isUsed || !isSameSecret(shown, token)) return false
      isUsed = true
      const cookie = Buffer.from(random(32)).toString('hex')
      visitors.set(cookie, { host: 'browser', mayUsePaths: false, login: null })
      response.writeHead(303, {
        location: '/',
        'set-cookie': `${cookieName()}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
        'cache-control': 'no-store',
      })
      response.end()
      return true
    },
    visitor: (request) => visitors.get(cookieOf(request, cookieName())) ?? null,
  }
}

function cookieOf(request: IncomingMessage, cookieName: string): string {
  const pairs = (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('='))
  return pairs.find(([name]) => name === cookieName)?.[1] ?? ''
}
