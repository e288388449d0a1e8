import { expect, test } from './desktop-fixtures.ts'

test('the window shows the school desk and the core answers it', async ({ desktop }) => {
  await expect(desktop.page.locator('html')).toHaveAttribute('data-ready', 'true')
  await expect(desktop.page.locator('#root')).not.toBeEmpty()
  const isVisible = await desktop.inMain(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible(),
    null,
  )
  expect(isVisible).toBe(true)
})

test('a reloaded window gets a new port and is answered again', async ({ desktop }) => {
  await expect(desktop.page.locator('html')).toHaveAttribute('data-ready', 'true')
  await desktop.page.reload()
  await expect(desktop.page.locator('html')).toHaveAttribute('data-ready', 'true')
})

test('the page sees the bridge, frozen, and nothing of Node', async ({ desktop }) => {
  const seen = await desktop.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'ipcRenderer', 'electron']
    const { desktop: bridge } = globalThis as unknown as { desktop: object }
    return {
      ofNode: names.filter((name) => name in globalThis),
      bridge: Object.keys(bridge).sort(),
      isFrozen: Object.isFrozen(bridge),
    }
  })
  expect(seen).toEqual({
    ofNode: [],
    bridge: ['onCoreStatus', 'openFile', 'pathForFile', 'platform', 'printWindow', 'saveFile'],
    isFrozen: true,
  })
})

test('a second start shows the window of the first and ends', async ({ desktop }) => {
  await desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize(), null)
  expect(await desktop.launchAgain()).toBe(0)
  const windows = (): Promise<readonly boolean[]> =>
    desktop.inMain(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      null,
    )
  await expect.poll(windows).toEqual([false])
})

for (const [language, labels] of [
  ['zh-CN', ['文件', '编辑', '显示', '帮助']],
  ['en-US', ['File', 'Edit', 'View', 'Help']],
] as const)
  test.describe(`a system in ${language}`, () => {
    test.use({ language })
    test(`has the menu ${labels.join(', ')}`, async ({ desktop }) => {
      const shown = await desktop.inMain(
        ({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label),
        null,
      )
      expect(shown?.slice(-labels.length)).toEqual(labels)
    })
  })
