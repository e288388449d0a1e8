import { BrowserWindow, ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import { appOrigin } from './app-files.ts'

/**
 * Answers a question of our own page, and of no other: the sender is checked as Electron's security
 * guide asks (https://electronjs.org/docs/latest/tutorial/security, "validate the sender").
 */
export function handleTrusted(
  channel: string,
  answer: (window: Electron.BrowserWindow, input: unknown) => unknown,
): void {
  ipcMain.handle(channel, (event, input: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window === null || !isOurPage(event)) throw new Error(`${channel}: sender not trusted`)
    return answer(window, input)
  })
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame?.origin === appOrigin && senderFrame.parent === null
}
