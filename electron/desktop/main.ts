import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { startCore } from './core-process.ts'
import type { CoreProcess } from './core-process.ts'
import { answerDialogs } from './dialogs.ts'
import { foundGlibc, isGlibcTooOld, neededGlibc } from './glibc.ts'
import { guardContents, guardSession } from './guards.ts'
import { showMenu } from './menu.ts'
import { answerPrinting } from './printing.ts'
import { desktopTexts, fill } from './texts.ts'
import type { DesktopTexts } from './texts.ts'
import { focusWindow, openWindow } from './window.ts'

// Nothing here may wait before ready: a module is loaded asynchronously, and what stands after an
// await may run too late (https://electronjs.org/docs/latest/tutorial/esm).
registerAppScheme()
app.enableSandbox()
// The product's name is Chinese, and a plain folder name troubles no program that reads it.
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('appData'), 'xuncheng'))
if (app.requestSingleInstanceLock()) void run()
else app.quit()

async function run(): Promise<void> {
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('web-contents-created', (_, contents) => {
    guardContents(contents)
  })
  await app.whenReady()
  const texts = desktopTexts(app.getLocale())
  if (isSystemTooOld(texts)) {
    app.exit(1)
    return
  }
  open(texts)
}

function open(texts: DesktopTexts): void {
  guardSession(session.defaultSession)
  serveApp(join(import.meta.dirname, '..', 'renderer'))
  answerDialogs()
  answerPrinting()
  showMenu(texts)
  const core = startCore({
    script: join(import.meta.dirname, 'core.js'),
    options: { userFolder: app.getPath('userData') },
    onStopped: () => {
      dialog.showErrorBox(texts.coreStopped.title, texts.coreStopped.message)
    },
  })
  closeBeforeQuit(core)
  openWindow({
    preload: join(import.meta.dirname, 'preload.cjs'),
    texts,
    onLoaded: (window) => {
      core.connect(window.webContents)
    },
  })
}

/** The first quit is held back until the core has closed the vault; the second goes through. */
function closeBeforeQuit(core: CoreProcess): void {
  let isClosed = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void core.close().then(() => {
      isClosed = true
      app.quit()
    })
  })
}

function isSystemTooOld({ systemTooOld }: DesktopTexts): boolean {
  const found = foundGlibc()
  if (found === null || !isGlibcTooOld(found)) return false
  const message = fill(systemTooOld.message, { needed: neededGlibc, found })
  dialog.showErrorBox(systemTooOld.title, message)
  return true
}
