import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerAppRequest, isAppUrl, noncePlaceholder } from '#electron/desktop/app-files'

let folder = ''

beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'xuncheng-files-'))
  folder = join(parent, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), `<meta content="${noncePlaceholder}">训程`)
  await writeFile(join(folder, 'assets', 'a.js'), noncePlaceholder)
  await writeFile(join(parent, 'secret.txt'), 'secret')
  await mkdir(join(parent, 'renderer-old'))
  await writeFile(join(parent, 'renderer-old', 'a.js'), 'secret')
})

afterAll(async () => {
  await rm(join(folder, '..'), { recursive: true })
})

function ask(path: string, method = 'GET'): Promise<Response> {
  return answerAppRequest(folder, { url: `app://xuncheng${path}`, method }, 'once')
}

describe('answerAppRequest', () => {
  test('the page carries the nonce of its own policy', async () => {
    const response = await ask('/')
    expect(await response.text()).toBe('<meta content="once">训程')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-once'")
  })

  test('a script is given as it is', async () => {
    const response = await ask('/assets/a.js?v=1')
    expect(await response.text()).toBe(noncePlaceholder)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('only questions are answered', async () => {
    expect((await ask('/', 'POST')).status).toBe(405)
  })

  test.each([
    '/none.js',
    '/assets',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e/secret.txt',
    '/..%2frenderer-old/a.js',
    '/%00',
    '/%e0%a4%a',
  ])('there is nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('another host of the scheme has no files', async () => {
    const request = { url: 'app://elsewhere/index.html', method: 'GET' }
    expect((await answerAppRequest(folder, request, 'once')).status).toBe(404)
  })

  test('no address leads out of the folder', async () => {
    const step = fc.constantFrom(
      '..',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      'secret.txt',
      'renderer-old',
      'a',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const response = await ask(`/${steps.join('')}`)
        expect(await response.text()).not.toContain('secret')
      }),
    )
  })
})

describe('isAppUrl', () => {
  test.each([
    ['app://xuncheng/index.html', true],
    ['app://xuncheng.example.com/', false],
    ['app://user@xuncheng/', true],
    ['https://xuncheng/', false],
    ['file:///etc/hosts', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s: %s', (url, isOurs) => {
    expect(isAppUrl(url)).toBe(isOurs)
  })
})
