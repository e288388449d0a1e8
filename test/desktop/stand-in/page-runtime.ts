/** What passes between a page and the stand-in's main, as JSON text. */
export type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | {
      readonly kind: 'invoke'
      readonly id: number
      readonly channel: string
      readonly args: readonly unknown[]
    }
  | { readonly kind: 'port'; readonly id: number; readonly data: Encoded }
  | { readonly kind: 'port-close'; readonly id: number }
  | { readonly kind: 'window-open'; readonly url: string; readonly frameName: string }

export type ToPage =
  /** A file a test is about to drop: a browser page does not know its path. */
  | { readonly kind: 'file'; readonly name: string; readonly path: string }
  | {
      readonly kind: 'ipc'
      readonly channel: string
      readonly args: readonly unknown[]
      readonly ports: readonly number[]
    }
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly value?: unknown
      readonly error?: string
    }
  | { readonly kind: 'port'; readonly id: number; readonly data: Encoded }
  | { readonly kind: 'port-close'; readonly id: number }

/** What a port may carry here: text, bytes, or plain data. */
export type Encoded =
  | { readonly text: string }
  | { readonly bytes: string; readonly isBuffer: boolean }
  | { readonly plain: unknown }

export interface PageSettings {
  readonly binding: string
  readonly receiver: string
  readonly platform: string
}

type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void

/**
 * Runs in the page before its scripts, written out as text: it may use nothing from outside itself.
 * It gives the preload the renderer half of `electron` and joins the page to main.
 */
export function pageRuntime(settings: PageSettings, preload: Preload): void {
  if (window.top !== window) return
  const listeners = new Map<string, ((event: unknown, ...args: unknown[]) => void)[]>()
  const waiting = new Map<number, (answer: ToPage & { kind: 'answer' }) => void>()
  const ports = new Map<number, MessagePort>()
  const files = new Map<string, string>()
  let lastCall = 0
  const binding = (globalThis as unknown as Record<string, (text: string) => void>)[
    settings.binding
  ]

  function send(message: FromPage): void {
    binding?.(JSON.stringify(message))
  }

  function toBase64(bytes: Uint8Array): string {
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }

  function encode(data: unknown): Encoded {
    if (typeof data === 'string') return { text: data }
    if (!(data instanceof ArrayBuffer || data instanceof Uint8Array)) return { plain: data }
    const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data
    return { bytes: toBase64(bytes), isBuffer: data instanceof ArrayBuffer }
  }

  function decode(data: Encoded): unknown {
    if ('text' in data) return data.text
    if ('plain' in data) return data.plain
    const bytes = Uint8Array.from(atob(data.bytes), (char) => char.charCodeAt(0))
    return data.isBuffer ? bytes.buffer : bytes
  }

  function openPort(id: number): MessagePort {
    const { port1, port2 } = new MessageChannel()
    ports.set(id, port1)
    port1.onmessage = (event) => {
      send({ kind: 'port', id, data: encode(event.data) })
    }
    port1.addEventListener('close', () => {
      if (ports.delete(id)) send({ kind: 'port-close', id })
    })
    return port2
  }

  function receive(message: ToPage): void {
    switch (message.kind) {
      case 'ipc':
        tell(message)
        return
      case 'answer':
        waiting.get(message.id)?.(message)
        waiting.delete(message.id)
        return
      case 'file':
        files.set(message.name, message.path)
        return
      case 'port':
        ports.get(message.id)?.postMessage(decode(message.data))
        return
      case 'port-close':
        closePort(message.id)
    }
  }

  function tell({ channel, args, ports: given }: ToPage & { kind: 'ipc' }): void {
    const event = { sender: ipcRenderer, ports: given.map(openPort) }
    for (const listener of listeners.get(channel) ?? []) listener(event, ...args)
  }

  function closePort(id: number): void {
    const port = ports.get(id)
    ports.delete(id)
    port?.close()
  }

  const ipcRenderer = {
    on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    send: (channel: string, ...args: unknown[]) => {
      send({ kind: 'send', channel, args: structuredClone(args) })
    },
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastCall += 1
        waiting.set(lastCall, ({ error, value }) => {
          if (error === undefined) resolve(value)
          else reject(new Error(`Error invoking remote method '${channel}': ${error}`))
        })
        send({ kind: 'invoke', id: lastCall, channel, args: structuredClone(args) })
      }),
  }

  /** Functions stay callable and promises stay promises; all else crosses as a frozen copy. */
  function bridged(value: unknown): unknown {
    if (typeof value === 'function') {
      const call = value as (...args: readonly unknown[]) => unknown
      return (...args: unknown[]): unknown => bridged(call(...args.map(bridged)))
    }
    if (value instanceof Promise) return value.then(bridged)
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof File) return value
    if (Array.isArray(value)) return Object.freeze(value.map(bridged))
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
    const entries = Object.entries(value).map(([name, part]) => [name, bridged(part)])
    return Object.freeze(Object.fromEntries(entries))
  }

  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        if (name in window)
          throw new Error('Cannot bind an API on top of an existing property on the window object')
        Object.defineProperty(window, name, { value: bridged(api), enumerable: true })
      },
    },
    webUtils: {
      getPathForFile: (file: unknown) => {
        if (!(file instanceof File)) throw new TypeError('getPathForFile needs a File')
        return files.get(file.name) ?? ''
      },
    },
  }

  Object.defineProperty(globalThis, settings.receiver, { value: receive })
  window.open = (url = '', frameName = '') => {
    send({ kind: 'window-open', url: new URL(url, location.href).href, frameName })
    return null
  }
  const known = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  const process = { platform: settings.platform, type: 'renderer', sandboxed: true, env: {} }
  preload(known, module, module.exports, process)
}
