import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect, type Page } from '@playwright/test'

/** The program as a browser has it: a core of this test's own, on a vault folder of its own. */
export interface Desk {
  /** The address that lets a browser in, once. */
  readonly url: string
  readonly folder: string
  /** Runs a terminal command against the same vault and answers what it printed as JSON. */
  terminal(args: readonly string[]): Promise<unknown>
}

export const password = 'jiaoyan-2024-chun'
const main = ['electron/cli/main.ts']

/** Every test has its own desk; a page that asks another host for anything fails the test. */
export const test = base.extend<{ desk: Desk; outside: string[] }>({
  desk: async ({ outside }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'xuncheng-e2e-'))
    const folder = join(home, 'vault')
    const env = { ...process.env, XUNCHENG_VAULT: folder, XUNCHENG_PASSWORD: password }
    const guarded = ['--import', './test/support/no-network.ts', ...main]
    const server = spawn(process.execPath, [...guarded, 'serve', '--port', '0'], { env })
    server.stderr.on('data', (said: Buffer) => {
      if (said.includes('OUTSIDE')) outside.push(said.toString())
    })
    const { url } = JSON.parse(await firstLine(server)) as { url: string }
    await use({ url, folder, terminal: (args) => runTerminal(args, env) })
    server.kill('SIGTERM')
    await once(server, 'exit')
    rmSync(home, { recursive: true, force: true })
  },
  outside: async ({}, use) => {
    const asked: string[] = []
    await use(asked)
    expect(asked, 'requests to another host').toEqual([])
  },
  page: async ({ page, desk, outside }, use) => {
    const own = new URL(desk.url).host
    page.on('request', (request) => {
      const { host, protocol } = new URL(request.url())
      if (protocol !== 'data:' && protocol !== 'blob:' && host !== own) outside.push(request.url())
    })
    page.on('pageerror', (error) => outside.push(`error in the page: ${error.message}`))
    await use(page)
  },
})

/** Opens the program and waits until it has its first answer. */
export async function enter(page: Page, desk: Desk): Promise<void> {
  await page.goto(desk.url)
  await expect(page.locator('html[data-ready="true"]')).toBeVisible()
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: server.stdout })) return line
  throw new Error('the server ended before it said its address')
}

async function runTerminal(args: readonly string[], env: NodeJS.ProcessEnv): Promise<unknown> {
  const child = spawn(process.execPath, [...main, ...args, '--json'], { env })
  let printed = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(said)
  return JSON.parse(printed)
}

export { expect } from '@playwright/test'
