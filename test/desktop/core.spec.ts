import { expect, test } from './desktop-fixtures.ts'
import type { Desktop } from './desktop-fixtures.ts'

test.beforeEach(async ({ desktop }) => {
  await expect(desktop.page.locator('html')).toHaveAttribute('data-ready', 'true')
})

function corePids({ inMain }: Desktop): Promise<readonly number[]> {
  return inMain(
    ({ app }) =>
      app
        .getAppMetrics()
        .filter(({ name }) => name === 'xuncheng-core')
        .map(({ pid }) => pid),
    null,
  )
}

async function crashCore(desktop: Desktop): Promise<void> {
  const [pid] = await corePids(desktop)
  if (pid === undefined) throw new Error('no core runs')
  await desktop.page.evaluate(() => {
    document.documentElement.dataset['ready'] = 'before the crash'
  })
  process.kill(pid, 'SIGKILL')
}

test('a core that ends by itself is started again and answers the same window', async ({
  desktop,
}) => {
  const before = await corePids(desktop)
  await desktop.page.evaluate(() => {
    const { desktop: bridge } = globalThis as unknown as {
      desktop: { onCoreStatus: (listener: (status: string) => void) => void }
    }
    bridge.onCoreStatus((status) => {
      document.documentElement.dataset['coreStatus'] = status
    })
  })
  await crashCore(desktop)
  await expect(desktop.page.locator('html')).toHaveAttribute('data-core-status', 'restarted')
  await expect(desktop.page.locator('html')).toHaveAttribute('data-ready', 'true')
  const after = await corePids(desktop)
  expect(after).toHaveLength(1)
  expect(after).not.toEqual(before)
})

test('a core that ends twice stays down, and the person is told', async ({ desktop }) => {
  await desktop.inMain(({ dialog }) => {
    dialog.showErrorBox = (title) => {
      Object.assign(globalThis, { told: title })
    }
  }, null)
  await crashCore(desktop)
  await expect(desktop.page.locator('html')).toHaveAttribute('data-ready', 'true')
  await crashCore(desktop)
  await expect
    .poll(() => desktop.inMain(() => (globalThis as { told?: string }).told ?? '', null))
    .toBe('训程已停止工作')
  expect(await corePids(desktop)).toEqual([])
})

test('closing the window lets the core close its vault and ends the program', async ({
  desktop,
}) => {
  const [core = 0] = await corePids(desktop)
  const started = Date.now()
  await desktop.inMain(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  }, null)
  expect(await desktop.ended).toBe(0)
  // A core that did not answer would be killed after ten seconds.
  expect(Date.now() - started).toBeLessThan(8_000)
  expect(() => process.kill(core, 0)).toThrow()
})
