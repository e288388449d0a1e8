import { createServer, request as askHttp, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveFiles, type Served } from '#electron/ipc/core-server'
import { createShelf } from '#electron/ipc/file-shelf'

const shelf = createShelf(1000)
let server: Server
let base: string

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!serveFiles({ shelf } as unknown as Served, request, response))
      response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const put = (body: Buffer, name = '名单.xlsx') =>
  fetch(`${base}/files?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body: new Uint8Array(body),
  })

describe('files on their way', () => {
  test('what is put can be fetched again, byte for byte, under its name', async () => {
    const bytes = Buffer.from([0, 1, 2, 255])
    const { id } = (await (await put(bytes)).json()) as { id: string }
    const got = await fetch(`${base}/files/${id}`)
    expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes)
    expect(got.headers.get('content-disposition')).toContain(encodeURIComponent('名单.xlsx'))
    expect(got.headers.get('cache-control')).toBe('no-store')
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['nobody', '../../etc/passwd', '..%2f..%2fetc%2fpasswd', '%'])(
    '%s is no file',
    async (id) => {
      expect((await fetch(`${base}/files/${id}`)).status).toBe(404)
    },
  )

  test('a file over the limit is refused by its length alone', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = askHttp(`${base}/files?name=x`, {
        method: 'PUT',
        headers: { 'content-length': 1001 },
      })
      asked.once('error', reject).once('response', (response) => {
        resolve(response.statusCode)
      })
      asked.flushHeaders()
    })
    expect(status).toBe(413)
  })

  test('a file that does not say how long it is is refused as soon as it is too long', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = askHttp(`${base}/files?name=x`, { method: 'PUT' })
      asked.once('error', reject).once('response', (response) => {
        resolve(response.statusCode)
      })
      asked.write(Buffer.alloc(600))
      asked.write(Buffer.alloc(600))
    })
    expect(status).toBe(413)
    expect((await put(Buffer.alloc(1000))).status).toBe(200)
  })
})

describe('createShelf', () => {
  test('the oldest files go when it is full, the newest never', () => {
    const small = createShelf(10)
    const [a, b] = [
      small.put({ name: 'a', bytes: Buffer.alloc(4) }),
      small.put({ name: 'b', bytes: Buffer.alloc(4) }),
    ]
    expect([small.get(a)?.name, small.get(b)?.name]).toEqual(['a', 'b'])
    const c = small.put({ name: 'c', bytes: Buffer.alloc(6) })
    expect([small.get(a), small.get(b)?.name, small.get(c)?.name]).toEqual([null, 'b', 'c'])
    const d = small.put({ name: 'd', bytes: Buffer.alloc(20) })
    expect([small.get(b), small.get(c), small.get(d)?.name]).toEqual([null, null, 'd'])
  })
})
