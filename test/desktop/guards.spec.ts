import { expect, test } from './desktop-fixtures.ts'

test.beforeEach(async ({ sharedDesktop: desktop }) => {
  await desktop.page.reload()
  await expect(desktop.page.locator('html')).toHaveAttribute('data-ready', 'true')
})

test('a link to another host leaves the window where it is', async ({ sharedDesktop: desktop }) => {
  const before = desktop.page.url()
  await desktop.inMain(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      Object.assign(globalThis, { asked: [event.url, event.defaultPrevented] })
    })
  }, null)
  await desktop.page.evaluate(() => {
    window.location.href = 'https://example.com/'
  })
  await expect
    .poll(() => desktop.inMain(() => (globalThis as { asked?: unknown }).asked ?? null, null))
    .toEqual(['https://example.com/', true])
  expect(desktop.page.url()).toBe(before)
  await expect(desktop.page.locator('#root')).not.toBeEmpty()
})

test('a page cannot open a second window', async ({ sharedDesktop: desktop }) => {
  const opened = await desktop.page.evaluate(() => [
    window.open('https://example.com/') === null,
    window.open(`${window.location.origin}/index.html`) === null,
  ])
  expect(opened).toEqual([true, true])
  const count = await desktop.inMain(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    null,
  )
  expect(count).toBe(1)
})

test('place, notices and camera are refused, copying is not', async ({
  sharedDesktop: desktop,
}) => {
  const answers = await desktop.page.evaluate(async () => {
    const place = new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => {
          resolve('granted')
        },
        ({ code }) => {
          resolve(code)
        },
      )
    })
    const camera = navigator.mediaDevices
      .getUserMedia({ video: true })
      .then(() => 'granted')
      .catch((error: unknown) => (error instanceof Error ? error.name : 'refused'))
    return {
      place: await place,
      notices: await Notification.requestPermission(),
      isCameraRefused: (await camera) !== 'granted',
      copying: await navigator.clipboard.writeText('一中 3 人').then(() => 'granted'),
    }
  })
  expect(answers).toEqual({
    place: 1,
    notices: 'denied',
    isCameraRefused: true,
    copying: 'granted',
  })
})

test('a page cannot save a file by itself', async ({ sharedDesktop: desktop }) => {
  await desktop.inMain(({ session }) => {
    session.defaultSession.on('will-download', (event) => {
      Object.assign(globalThis, { isDownloadRefused: event.defaultPrevented })
    })
  }, null)
  await desktop.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['名单']))
    link.download = 'roster.txt'
    link.click()
  })
  await expect
    .poll(() =>
      desktop.inMain(
        () => (globalThis as { isDownloadRefused?: boolean }).isDownloadRefused ?? null,
        null,
      ),
    )
    .toBe(true)
})

test('nothing is asked of another machine', async ({ sharedDesktop: desktop }) => {
  const asked = await desktop.page.evaluate(async () => {
    const attempt = (url: string): Promise<string> =>
      fetch(url).then(
        () => 'answered',
        () => 'refused',
      )
    const image = new Promise((resolve) => {
      const element = new Image()
      element.onload = () => {
        resolve('answered')
      }
      element.onerror = () => {
        resolve('refused')
      }
      element.src = 'https://example.com/a.png'
    })
    return [
      await attempt('https://example.com/'),
      await attempt('http://127.0.0.1:9/'),
      await image,
    ]
  })
  expect(asked).toEqual(['refused', 'refused', 'refused'])
})

test('not even main loads a page of another machine', async ({ desktop }) => {
  const failure = await desktop.inMain(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.loadURL('https://example.com/')
        .catch((error: unknown) => String(error)),
    null,
  )
  expect(failure).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('only scripts of the package run, and styles with the nonce of the page', async ({
  desktop,
}) => {
  const ran = await desktop.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.injected = "yes"'
    document.head.append(script)
    const style = document.createElement('style')
    style.textContent = 'html { --injected: yes }'
    document.head.append(style)
    const injectedStyle = getComputedStyle(document.documentElement).getPropertyValue('--injected')
    return [document.documentElement.dataset['injected'] ?? '', injectedStyle]
  })
  expect(ran).toEqual(['', ''])
})

test('the page itself breaks no rule of its policy', async ({ sharedDesktop: desktop }) => {
  const complaints: string[] = []
  desktop.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await desktop.page.reload()
  await expect(desktop.page.getByRole('button').first()).toBeVisible()
  const refusedStyles = await desktop.page.evaluate(
    () => [...document.querySelectorAll('style')].filter(({ sheet }) => sheet === null).length,
  )
  expect({ refusedStyles, complaints }).toEqual({ refusedStyles: 0, complaints: [] })
})

test('the nonce is new for every page and stands in it', async ({ sharedDesktop: desktop }) => {
  const nonces = await desktop.page.evaluate(async () => {
    const texts = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch('/index.html')
        const policy = response.headers.get('content-security-policy') ?? ''
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
        return { nonce, isInPage: (await response.text()).includes(nonce) }
      }),
    )
    return texts
  })
  expect(nonces.map(({ isInPage }) => isInPage)).toEqual([true, true])
  expect(new Set(nonces.map(({ nonce }) => nonce)).size).toBe(2)
})

test('files outside the renderer are not served', async ({ sharedDesktop: desktop }) => {
  const statuses = await desktop.page.evaluate(async () => {
    const paths = ['/none.js', '/..%2fdesktop%2fmain.js', '/%2e%2e/%2e%2e/package.json', '/assets']
    return Promise.all(paths.map(async (path) => (await fetch(path)).status))
  })
  expect(statuses).toEqual([404, 404, 404, 404])
})
