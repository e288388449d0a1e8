import { app, BrowserWindow, dialog } from 'electron'
import { appOrigin } from './app-files.ts'
import type { DesktopTexts } from './texts.ts'

interface WindowSettings {
  readonly preload: string
  readonly texts: DesktopTexts
  /** Called each time a page has loaded, the first time and after every reload. */
  readonly onLoaded: (window: Electron.BrowserWindow) => void
}

export function openWindow({ preload, texts, onLoaded }: WindowSettings): void {
  const window = new BrowserWindow({
    title: texts.appName,
    width: 1280,
    height: 800,
    // 1024 × 768 projectors are still in use; below 960 the tables lose columns.
    minWidth: 960,
    minHeight: 640,
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // The checker would fetch its dictionaries from outside.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  window.webContents.on('did-finish-load', () => {
    onLoaded(window)
  })
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window, texts)
  })
  void window.loadURL(`${appOrigin}/index.html`)
}

export function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function offerReload(window: BrowserWindow, { windowGone }: DesktopTexts): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: windowGone.message,
    buttons: [windowGone.reload, windowGone.quit],
  })
  if (response === 0) window.webContents.reload()
  else app.quit()
}
