import type { WebContents } from 'electron'
import { channels } from './bridge.ts'
import { handleTrusted } from './trusted-ipc.ts'

export function answerPrinting(): void {
  handleTrusted(channels.printWindow, (window) => printPage(window.webContents))
}

/** Prints what the page's print styles show, through the system's own dialog. */
export function printPage(contents: WebContents): Promise<boolean> {
  return new Promise((resolve) => {
    contents.print({ printBackground: true }, (printed) => {
      resolve(printed)
    })
  })
}
