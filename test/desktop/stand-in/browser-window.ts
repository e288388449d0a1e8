import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { openBrowser } from './browser.ts'
import { isRefused, refusable } from './events.ts'
import { StandInWebContents } from './web-contents.ts'

const windows = new Set<StandInWindow>()

/** A window is a page of Chromium and what a window system would know of it. */
export class StandInWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'close'
      | 'focus'
      | 'isDestroyed'
      | 'isMinimized'
      | 'isVisible'
      | 'loadURL'
      | 'minimize'
      | 'restore'
      | 'show'
    >
{
  readonly webContents: StandInWebContents
  readonly #attached: Promise<void>
  static #focused: StandInWindow | null = null
  #isMinimized = false
  #isVisible: boolean
  #isDestroyed = false

  static getAllWindows(): StandInWindow[] {
    return [...windows]
  }

  static getFocusedWindow(): StandInWindow | null {
    return StandInWindow.#focused
  }

  static fromWebContents(contents: unknown): StandInWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null
  }

  constructor({ webPreferences = {}, show = true }: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.#isVisible = show
    this.webContents = new StandInWebContents(webPreferences)
    windows.add(this)
    app.windows.add(this)
    app.emit('web-contents-created', refusable({}), this.webContents)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => {
      this.#end()
    })
    this.#attached = openBrowser(app.getPath('userData')).then((context) =>
      this.webContents.attach(context),
    )
  }

  async loadURL(url: string): Promise<void> {
    await this.#attached
    await this.webContents.load(url)
  }

  show(): void {
    this.#isVisible = true
    this.focus()
  }

  focus(): void {
    StandInWindow.#focused = this
    void this.webContents.bringToFront()
  }

  minimize(): void {
    this.#isMinimized = true
    if (StandInWindow.#focused === this) StandInWindow.#focused = null
  }

  restore(): void {
    this.#isMinimized = false
  }

  isMinimized(): boolean {
    return this.#isMinimized
  }

  isVisible(): boolean {
    return this.#isVisible && !this.#isMinimized
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  close(): void {
    if (this.#isDestroyed || isRefused(this, 'close', {})) return
    void this.webContents.closePage()
    this.#end()
  }

  #end(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    windows.delete(this)
    if (StandInWindow.#focused === this) StandInWindow.#focused = null
    this.emit('closed')
    app.forget(this)
  }
}
