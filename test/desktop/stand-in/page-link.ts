import type { CDPSession } from '@playwright/test'
import { toAppUrl } from './address.ts'
import { pageRuntime } from './page-runtime.ts'
import type { Encoded, FromPage, PageSettings, ToPage } from './page-runtime.ts'
import type { StandInPort } from './ports.ts'

const binding = '__standInToMain'
const receiver = '__standInToPage'

/** The frame a message came from, as main sees it. */
export interface SenderFrame {
  readonly origin: string
  readonly isMainFrame: boolean
}

interface PageLinkSettings {
  readonly preload: string
  readonly onMessage: (message: FromPage, sender: SenderFrame) => void
}

export interface PageLink {
  readonly send: (message: ToPage) => void
  /** Gives an end of a channel to the page; it ends with the page. */
  readonly handPort: (port: StandInPort) => number
}

interface ContextData {
  readonly isDefault: boolean
  readonly frameId: string
}

interface Frame extends SenderFrame {
  readonly id: number
}

/** Joins a page to main over the browser's own debugging protocol, which keeps messages in order. */
export async function linkPage(cdp: CDPSession, settings: PageLinkSettings): Promise<PageLink> {
  const frames = new Map<number, Frame>()
  const ports = new Map<number, StandInPort>()
  let lastPort = 0
  const { frameTree } = await cdp.send('Page.getFrameTree')

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { isDefault, frameId } = context.auxData as unknown as ContextData
    const isMainFrame = isDefault && frameId === frameTree.frame.id
    frames.set(context.id, { id: context.id, origin: toAppUrl(context.origin), isMainFrame })
  })
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (frames.get(executionContextId)?.isMainFrame === true) closePorts()
    frames.delete(executionContextId)
  })
  cdp.on('Runtime.executionContextsCleared', () => {
    frames.clear()
    closePorts()
  })
  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const sender = frames.get(executionContextId)
    if (sender !== undefined) receive(JSON.parse(payload) as FromPage, sender)
  })

  function receive(message: FromPage, sender: SenderFrame): void {
    if (message.kind === 'port') ports.get(message.id)?.sendOn(decode(message.data))
    else if (message.kind === 'port-close') closePort(message.id)
    else settings.onMessage(message, sender)
  }

  function closePorts(): void {
    for (const id of [...ports.keys()]) closePort(id)
  }

  function closePort(id: number): void {
    const port = ports.get(id)
    ports.delete(id)
    port?.close()
  }

  function send(message: ToPage): void {
    const page = [...frames.values()].findLast(({ isMainFrame }) => isMainFrame)
    const expression = `${receiver}(${JSON.stringify(message)})`
    // A page that has gone meanwhile needs no answer.
    cdp
      .send('Runtime.evaluate', { expression, ...(page && { contextId: page.id }) })
      .catch(() => null)
  }

  function handPort(port: StandInPort): number {
    lastPort += 1
    const id = lastPort
    ports.set(id, port)
    port.handTo({
      send: (data) => {
        send({ kind: 'port', id, data: encode(data) })
      },
      close: () => {
        if (ports.delete(id)) send({ kind: 'port-close', id })
      },
    })
    return id
  }

  await cdp.send('Runtime.addBinding', { name: binding })
  await cdp.send('Page.enable')
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scriptOf(settings.preload) })
  await cdp.send('Runtime.enable')
  return { send, handPort }
}

/** The preload stands in the text as a function: the page's own policy forbids `eval`. */
function scriptOf(preload: string): string {
  const given: PageSettings = { binding, receiver, platform: process.platform }
  const program = `function (require, module, exports, process) {${preload}\n}`
  return `(${pageRuntime.toString()})(${JSON.stringify(given)}, ${program})`
}

function encode(data: unknown): Encoded {
  if (typeof data === 'string') return { text: data }
  if (data instanceof ArrayBuffer)
    return { bytes: Buffer.from(data).toString('base64'), isBuffer: true }
  if (data instanceof Uint8Array)
    return { bytes: Buffer.from(data).toString('base64'), isBuffer: false }
  return { plain: data }
}

function decode(data: Encoded): unknown {
  if ('text' in data) return data.text
  if ('plain' in data) return data.plain
  const bytes = new Uint8Array(Buffer.from(data.bytes, 'base64'))
  return data.isBuffer ? bytes.buffer : bytes
}
