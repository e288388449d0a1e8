import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page, Route } from '@playwright/test'
import { toAppUrl, toBrowserUrl } from './address.ts'
import { isRefused, refusable } from './events.ts'
import { answerOf } from './ipc-main.ts'
import { linkPage } from './page-link.ts'
import type { PageLink, SenderFrame } from './page-link.ts'
import type { FromPage } from './page-runtime.ts'
import { portsOf } from './ports.ts'
import { defaultSession, isCancelled, isPermitted, ownAnswer } from './session.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** Electron's permissions that a browser knows too, and its names for them. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
] as const

export class StandInWebContents
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'getURL'
      | 'isDestroyed'
      | 'postMessage'
      | 'print'
      | 'reload'
      | 'send'
      | 'setWindowOpenHandler'
    >
{
  readonly #preferences: Electron.WebPreferences
  #page: Page | null = null
  #link: PageLink | null = null
  #openHandler: OpenHandler | null = null
  #isOwnNavigation = false

  constructor(preferences: Electron.WebPreferences) {
    super()
    const { contextIsolation = true, sandbox = true, nodeIntegration = false } = preferences
    if (!contextIsolation || !sandbox || nodeIntegration || preferences.webviewTag === true)
      throw new Error('The stand-in shows isolated and sandboxed pages only.')
    this.#preferences = preferences
  }

  async attach(context: BrowserContext): Promise<void> {
    const page =
      context.pages().find((open) => open.url() === 'about:blank') ?? (await context.newPage())
    this.#page = page
    await page.route('**/*', (route) => this.#answer(route))
    this.#link = await linkPage(await context.newCDPSession(page), {
      preload: readFileSync(this.#preferences.preload ?? '/dev/null', 'utf8'),
      onMessage: (message, sender) => {
        this.#receive(message, sender)
      },
    })
    page.on('load', () => this.emit('did-finish-load'))
    page.on('crash', () => this.emit('render-process-gone', refusable({}), { reason: 'crashed' }))
    page.on('popup', (popup) => void popup.close())
    page.on('download', (download) => {
      const isStopped = isRefused(defaultSession, 'will-download', {}, download, this)
      if (isStopped) void download.cancel()
    })
    page.on('close', () => {
      this.#page = null
      this.emit('destroyed')
    })
  }

  async load(url: string): Promise<void> {
    this.#isOwnNavigation = true
    await this.#applyPermissions(url)
    await this.#page?.goto(toBrowserUrl(url))
  }

  async closePage(): Promise<void> {
    await this.#page?.close()
  }

  async bringToFront(): Promise<void> {
    // A page that is closing cannot come to the front.
    await this.#page?.bringToFront().catch(() => null)
  }

  getURL(): string {
    return toAppUrl(this.#page?.url() ?? '')
  }

  isDestroyed(): boolean {
    return this.#page === null
  }

  send(channel: string, ...args: unknown[]): void {
    this.#link?.send({ kind: 'ipc', channel, args: structuredClone(args), ports: [] })
  }

  postMessage(channel: string, message: unknown, transfer?: readonly unknown[]): void {
    const args = [structuredClone(message)]
    const link = this.#link
    if (link === null) return
    const ports = portsOf(transfer).map((port) => link.handPort(port))
    link.send({ kind: 'ipc', channel, args, ports })
  }

  print(_: unknown, callback?: (success: boolean, failureReason: string) => void): void {
    callback?.(true, '')
  }

  /** Tells the page the path of a file that a test is about to drop. */
  willDrop(name: string, path: string): void {
    this.#link?.send({ kind: 'file', name, path })
  }

  reload(): void {
    void this.#page?.reload()
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  #receive(message: FromPage, sender: SenderFrame): void {
    if (message.kind === 'invoke') void this.#invoke(message, sender)
    if (message.kind !== 'window-open') return
    const { url, frameName } = message
    const details = { url: toAppUrl(url), frameName, features: '', disposition: 'new-window' }
    const answer = this.#openHandler?.(details as Electron.HandlerDetails)
    if (answer?.action !== 'deny')
      throw new Error('The stand-in opens no second window for a page.')
  }

  async #invoke(message: FromPage & { kind: 'invoke' }, sender: SenderFrame): Promise<void> {
    const { id, channel, args } = message
    const parent = sender.isMainFrame ? null : {}
    const event = { sender: this, senderFrame: { origin: sender.origin, parent }, type: 'frame' }
    try {
      const asked = event as unknown as Electron.IpcMainInvokeEvent
      this.#link?.send({ kind: 'answer', id, value: await answerOf(channel, asked, args) })
    } catch (error) {
      this.#link?.send({ kind: 'answer', id, error: String(error) })
    }
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const url = toAppUrl(request.url())
    if (
      request.isNavigationRequest() &&
      this.#isStopped(url, request.frame().parentFrame() === null)
    )
      return route.abort('aborted')
    if (isCancelled(url)) return route.abort('blockedbyclient')
    const answer = await ownAnswer(new Request(url, { method: request.method() }))
    // No test may reach outside.
    if (answer === null) return route.abort('internetdisconnected')
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  }

  /** Pages ask before they navigate; main's own loadURL does not ask. */
  #isStopped(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.#isOwnNavigation) {
      this.#isOwnNavigation = false
      return false
    }
    const details = { url, isMainFrame, isSameDocument: false }
    if (isRefused(this, 'will-frame-navigate', details)) return true
    return isMainFrame && isRefused(this, 'will-navigate', details, url)
  }

  async #applyPermissions(url: string): Promise<void> {
    const self = this as unknown as Electron.WebContents
    const granted = permissions.filter(([name]) => isPermitted(self, name, url))
    const names = granted.map(([, name]) => name)
    await this.#page
      ?.context()
      .grantPermissions(names, { origin: new URL(toBrowserUrl(url)).origin })
  }
}
