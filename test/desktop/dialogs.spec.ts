import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './desktop-fixtures.ts'
import type { Desktop } from './desktop-fixtures.ts'

const filters = [{ name: '工作簿', extensions: ['xlsx'] }]

/** Calls one function of the page's bridge and gives its answer, or its error as text. */
function ask({ page }: Desktop, name: string, request?: object): Promise<unknown> {
  return page.evaluate(
    async ({ name, request }) => {
      const { desktop: bridge } = globalThis as unknown as {
        desktop: Record<string, (request?: object) => Promise<unknown>>
      }
      return bridge[name]?.(request).catch((error: unknown) => String(error))
    },
    { name, request },
  )
}

test('the files chosen reach the page as paths', async ({ sharedDesktop: desktop }) => {
  await desktop.inMain(({ dialog }) => {
    dialog.showOpenDialog = (...args: unknown[]) => {
      Object.assign(globalThis, { asked: args[1] })
      return Promise.resolve({ canceled: false, filePaths: ['/school/a.xlsx', '/school/b.xlsx'] })
    }
  }, null)
  const chosen = await ask(desktop, 'openFile', { title: '选择名册', kind: 'files', filters })
  expect(chosen).toEqual(['/school/a.xlsx', '/school/b.xlsx'])
  expect(await desktop.inMain(() => (globalThis as { asked?: unknown }).asked, null)).toEqual({
    title: '选择名册',
    filters,
    properties: ['openFile', 'multiSelections'],
  })
})

test('a closed dialog chooses nothing', async ({ sharedDesktop: desktop }) => {
  await desktop.inMain(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  }, null)
  expect(await ask(desktop, 'openFile', { title: '', kind: 'file', filters })).toEqual([])
  expect(await ask(desktop, 'saveFile', { title: '', name: 'a.xlsx', filters })).toBeNull()
})

test('a place to save is proposed by name and answered by path', async ({
  sharedDesktop: desktop,
}) => {
  await desktop.inMain(({ dialog }) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath = '' } = args[1] as { defaultPath?: string }
      return Promise.resolve({ canceled: false, filePath: `/school/${defaultPath}` })
    }
  }, null)
  const chosen = await ask(desktop, 'saveFile', { title: '保存', name: '学时.xlsx', filters })
  expect(chosen).toBe('/school/学时.xlsx')
})

for (const [what, request] of [
  ['an unknown kind', { title: '', kind: 'any', filters }],
  ['a word nobody asked for', { title: '', kind: 'file', filters, defaultPath: '/' }],
  [
    'a path for a file type',
    { title: '', kind: 'file', filters: [{ name: '', extensions: ['../x'] }] },
  ],
] as const)
  test(`a question for a dialog with ${what} is refused`, async ({ sharedDesktop: desktop }) => {
    await desktop.inMain(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    }, null)
    expect(String(await ask(desktop, 'openFile', request))).toContain('dialog:open-file')
  })

test('a dropped file is known by its path, one made in the page is not', async ({
  sharedDesktop: desktop,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'xuncheng-drop-'))
  const path = join(folder, 'roster.csv')
  await writeFile(path, '姓名\n')
  await desktop.willDrop(path)
  await desktop.page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'dropped'
    document.body.append(input)
  })
  await desktop.page.locator('#dropped').setInputFiles(path)
  const paths = await desktop.page.evaluate(() => {
    const { desktop: bridge } = globalThis as unknown as {
      desktop: { pathForFile: (file: File) => string }
    }
    const input = document.querySelector<HTMLInputElement>('#dropped')
    const file = input?.files?.[0]
    return [file && bridge.pathForFile(file), bridge.pathForFile(new File([''], 'made.csv'))]
  })
  await rm(folder, { recursive: true })
  expect(paths).toEqual([path, ''])
})

test('printing is offered by the menu and to the page', async ({ sharedDesktop: desktop }) => {
  await desktop.inMain(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('no window')
    Object.assign(globalThis, { prints: 0 })
    contents.print = (_, callback) => {
      ;(globalThis as unknown as { prints: number }).prints += 1
      callback?.(true, '')
    }
  }, null)
  await desktop.inMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('print')?.click()
  }, null)
  expect(await ask(desktop, 'printWindow')).toBe(true)
  expect(await desktop.inMain(() => (globalThis as { prints?: number }).prints, null)).toBe(2)
})
