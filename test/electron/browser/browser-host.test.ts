import { mkdirSync, writeFileSync } from 'node:fs'
import { request as askHttp, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startBrowserHost, type BrowserHost } from '#electron/browser/browser-host'
import { createCore } from '#electron/core'
import { ownerOf } from '#electron/ipc/owner'
import { resultOf } from '#electron/ipc/work'
import { aSession, cleanRoster } from '#test/support/a-session'
import { aCore, aFolder, password, seededRandom, type ACore, type Ask } from '#test/support/a-vault'
import { refused } from '#test/support/refused'

/** A page as the build makes it, with something beside it that is nobody's business. */
const built = aFolder()
const pages = join(built, 'renderer')
mkdirSync(join(pages, 'assets'), { recursive: true })
writeFileSync(join(pages, 'index.html'), '<style nonce="__CSP_NONCE__"></style>')
writeFileSync(join(pages, 'assets', 'app.js'), 'ok()')
writeFileSync(join(pages, 'notes.txt'), 'secret')
writeFileSync(join(built, 'secret.js'), 'secret')

let core: ACore
let host: BrowserHost
let port: number
let cookie: string

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request with exactly this path and these headers, as no browser would tidy them. */
function ask(path: string, headers: Record<string, string> = {}, to = port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = askHttp({ host: '127.0.0.1', port: to, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      })
    })
    asked.once('error', reject).end()
  })
}

/** The status with which an upgrade to the contract is answered; 101 when it is let in. */
function upgrade(headers: Record<string, string>, path = '/rpc'): Promise<number> {
  return new Promise((resolve) => {
    const from = { origin: `http://127.0.0.1:${port}`, ...headers }
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: from })
    socket.once('open', () => {
      socket.close()
      resolve(101)
    })
    socket.once('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', () => undefined)
  })
}

function client(at: number, headers: Record<string, string>): { ask: Ask; close: () => void } {
  const from = { origin: `http://127.0.0.1:${at}`, ...headers }
  const socket = new WebSocket(`ws://127.0.0.1:${at}/rpc`, { headers: from })
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  return {
    ask: createORPCClient(link),
    close: () => {
      socket.close()
    },
  }
}

async function enter(from: BrowserHost): Promise<string> {
  const { port: at, pathname, search } = new URL(from.url)
  const entered = await ask(`${pathname}${search}`, {}, Number(at))
  return String(entered.headers['set-cookie']?.[0]?.split(';')[0])
}

beforeAll(async () => {
  core = await aCore('browser')
  host = await startBrowserHost({
    core: core.core,
    port: 0,
    pages,
    random: seededRandom('browser-host'),
    owner: () => Promise.resolve(null),
  })
  port = Number(new URL(host.url).port)
})
afterAll(() => host.close())

describe('the first address', () => {
  test('a wrong token, or one in other letters, opens nothing', async () => {
    const { pathname, searchParams } = new URL(host.url)
    const token = searchParams.get('token') ?? ''
    for (const wrong of [
      '',
      'x',
      token.slice(1),
      token.toUpperCase(),
      encodeURIComponent('é'.repeat(64)),
    ])
      expect((await ask(`${pathname}?token=${wrong}`)).status).toBe(403)
  })

  test('the token is exchanged for a cookie that no script and no other site sees, once', async () => {
    const { pathname, search } = new URL(host.url)
    const entered = await ask(`${pathname}${search}`)
    expect([entered.status, entered.headers.location]).toEqual([303, '/'])
    const set = entered.headers['set-cookie']?.[0] ?? ''
    expect(set).toMatch(/^xuncheng-\d+=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/)
    cookie = set.split(';')[0] ?? ''
    expect((await ask(`${pathname}${search}`)).status).toBe(403)
  })
})

describe('whoever knocks', () => {
  const own = () => ({ cookie, origin: `http://127.0.0.1:${port}` })

  test('with the cookie gets the page and the contract', async () => {
    expect((await ask('/', own())).status).toBe(200)
    expect(await upgrade(own())).toBe(101)
  })

  test.each([
    ['without a cookie', () => ({})],
    ['with another cookie', () => ({ cookie: `xuncheng=${'0'.repeat(64)}` })],
    ['under another name of this computer', () => ({ ...own(), host: `localhost:${port}` })],
    ['under a name bent to this address', () => ({ ...own(), host: `evil.example:${port}` })],
    ['from another site', () => ({ ...own(), origin: 'http://evil.example' })],
    ['from another port', () => ({ ...own(), origin: `http://127.0.0.1:${port + 1}` })],
    ['from a page without an origin', () => ({ ...own(), origin: 'null' })],
    [
      'embedded by another site',
      () => ({ ...own(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
    ],
  ])('%s is turned away, from page, files and contract', async (_, headers) => {
    for (const path of ['/', '/assets/app.js', '/files/x', '/rpc'])
      expect([path, (await ask(path, headers())).status]).toEqual([path, 403])
    expect(await upgrade(headers())).toBe(403)
  })

  test('only the contract has sockets', async () => {
    expect(await upgrade(own(), '/other')).toBe(403)
  })

  test.each(['//', '/%', '/%E0%A4%A', '/\\', 'http://[', '*'])(
    'an address that is none (%s) ends in an answer, and the host lives on',
    async (path) => {
      expect([400, 403, 404]).toContain((await ask(path)).status)
      expect([200, 400, 403, 404]).toContain((await ask(path, own())).status)
      expect((await ask('/', own())).status).toBe(200)
    },
  )

  test('a socket that speaks no frames, or breaks off, ends alone', async () => {
    const key = 'dGhlIHNhbXBsZSBub25jZQ=='
    for (const rest of [Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]), null]) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(
        `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\n` +
          `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
      )
      if (rest) {
        await new Promise((resolve) => socket.once('data', resolve))
        socket.write(rest)
        await new Promise((resolve) => socket.once('close', resolve))
      } else socket.resetAndDestroy()
    }
    expect((await ask('/', own())).status).toBe(200)
  })
})

describe('a visitor who is gone before his vault was found', () => {
  test('takes nobody else with him', async () => {
    const slow = await startBrowserHost({
      core: core.core,
      port: 0,
      pages,
      random: seededRandom('slow'),
      owner: () => wait(200, null),
    })
    const at = Number(new URL(slow.url).port)
    const shown = await enter(slow)
    const socket = connect(at, '127.0.0.1')
    socket.write(
      `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${at}\r\nCookie: ${shown}\r\nConnection: Upgrade\r\n` +
        'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await wait(50)
    socket.resetAndDestroy()
    await wait(250)
    expect((await ask('/', { cookie: shown }, at)).status).toBe(200)
    await slow.close()
  })
})

describe('the page', () => {
  test('comes with a nonce of its own each time, and asks nobody else for anything', async () => {
    const [one, two] = [await ask('/', { cookie }), await ask('/', { cookie })]
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? '?'
    expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(one.headers['content-security-policy']).toContain("default-src 'none'")
    expect(two.body).not.toBe(one.body)
  })

  test.each([
    ['/assets/app.js', 200],
    ['/../secret.js', 404],
    ['/..%2fsecret.js', 404],
    ['/assets/..%2f..%2fsecret.js', 404],
    ['/%2e%2e/secret.js', 404],
    ['/..%5csecret.js', 404],
    ['/notes.txt', 404],
    ['/missing.js', 404],
    ['/assets', 404],
  ])('%s: %i', async (path, status) => {
    const answer = await ask(path, { cookie })
    expect([answer.status, answer.body.includes('secret')]).toEqual([status, false])
  })
})

describe('the contract over a socket', () => {
  test('answers as a browser, which may not name paths', async () => {
    const browser = client(port, { cookie })
    expect(await browser.ask.system.state()).toMatchObject({ host: 'browser', vault: 'locked' })
    await browser.ask.vault.unlock({ password })
    const file = { kind: 'path' as const, path: cleanRoster }
    const asked = browser.ask.plan.import({ file, year: 2024 }).then(resultOf)
    expect(await refused(asked)).toBe('path-not-allowed')
    browser.close()
  })

  test('a login belongs to its cookie, and a change is told to every window', async () => {
    const [one, two] = [client(port, { cookie }), client(port, { cookie })]
    expect((await two.ask.system.state()).user?.name).toBe('李敏')
    const changes = await one.ask.system.changes()
    expect((await changes.next()).value).toEqual({ changed: [] })
    const told = changes.next()
    await aSession(core.ask)
    expect(JSON.stringify((await told).value)).toContain('project')
    one.close()
    two.close()
  })
})

describe('a host whose vault another core owns', () => {
  test('passes contract and files on to it, and neither more nor less', async () => {
    const second = createCore({ folder: core.folder, demoFolder: `${core.folder}-demo` })
    const relay = await startBrowserHost({
      core: second,
      port: 0,
      pages,
      random: seededRandom('relay'),
      owner: () => ownerOf(core.folder),
    })
    const at = Number(new URL(relay.url).port)
    const headers = { cookie: await enter(relay) }
    const browser = client(at, headers)
    await browser.ask.vault.unlock({ password })
    expect(second.desk.vault()).toBe(null)
    expect((await browser.ask.plan.years()).years).toEqual([2024])
    const put = await fetch(`http://127.0.0.1:${at}/files?name=x.xlsx`, {
      method: 'PUT',
      headers,
      body: Buffer.alloc(70_000, 7),
    })
    const { id } = (await put.json()) as { id: string }
    expect(core.core.shelf.get(id)?.bytes.length).toBe(70_000)
    const got = await fetch(`http://127.0.0.1:${at}/files/${id}`, { headers })
    expect((await got.arrayBuffer()).byteLength).toBe(70_000)
    const file = { kind: 'path' as const, path: cleanRoster }
    const asked = browser.ask.plan.import({ file, year: 2024 }).then(resultOf)
    expect(await refused(asked)).toBe('path-not-allowed')
    expect((await ask('/files/x', {}, at)).status).toBe(403)
    browser.close()
    await relay.close()
    await second.close()
  })
})
