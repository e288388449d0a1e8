import { app, BrowserWindow, Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { printPage } from './printing.ts'
import type { DesktopTexts } from './texts.ts'

export function showMenu({ menu }: DesktopTexts): void {
  const file: MenuItemConstructorOptions[] = [
    { id: 'print', label: menu.print, accelerator: 'CmdOrCtrl+P', click: printFocused },
    { type: 'separator' },
    { role: 'quit', label: menu.quit },
  ]
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
  ]
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    { role: 'resetZoom', label: menu.actualSize },
    { role: 'togglefullscreen', label: menu.fullScreen },
  ]
  const tools: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ role: 'toggleDevTools', label: menu.developerTools }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      { label: menu.file, submenu: file },
      { label: menu.edit, submenu: edit },
      { label: menu.view, submenu: [...view, ...tools] },
      { label: menu.help, submenu: [{ role: 'about', label: menu.about }] },
    ]),
  )
}

function printFocused(): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (window !== undefined) void printPage(window.webContents)
}
