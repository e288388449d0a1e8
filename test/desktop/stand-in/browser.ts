import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { chromiumLaunchOptions } from '#test/support/chromium'

let opening: Promise<BrowserContext> | undefined

/** The folder of the browser's profile; in it, Chromium writes the port where tests may join. */
export function profileOf(userFolder: string): string {
  return join(userFolder, 'stand-in-profile')
}

/** One browser for all windows, started with the first. */
export function openBrowser(userFolder: string): Promise<BrowserContext> {
  opening ??= launch(userFolder)
  return opening
}

async function launch(userFolder: string): Promise<BrowserContext> {
  const options = await chromiumLaunchOptions()
  return chromium.launchPersistentContext(profileOf(userFolder), {
    ...options,
    args: [...(options.args ?? []), '--remote-debugging-port=0'],
    viewport: null,
    // The stand-in ends the browser itself, after the shell has had its say.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

export async function closeBrowser(): Promise<void> {
  const context = await opening
  await context?.close()
}
