import { EventEmitter } from 'node:events'
import { registerScheme } from './address.ts'

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void
type ProtocolHandler = Parameters<Electron.Protocol['handle']>[1]
type Permission = Parameters<NonNullable<CheckHandler>>[1]

const handlers = new Map<string, ProtocolHandler>()
let onRequest: RequestHandler = null
let onCheck: CheckHandler = null
let onBeforeRequest: BeforeRequest | null = null

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    for (const { scheme, privileges } of schemes) {
      if (!(privileges?.standard && privileges.secure))
        throw new Error('The stand-in knows standard and secure schemes only.')
      registerScheme(scheme)
    }
  },
  handle: (scheme, handler) => {
    if (handlers.has(scheme)) throw new Error(`${scheme}: is handled already`)
    handlers.set(scheme, handler)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>

class StandInSession
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
    >
{
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => {
      onBeforeRequest = listener
    },
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    onRequest = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    onCheck = handler
  }

  setDevicePermissionHandler(): void {
    // Headless Chromium offers no devices to choose from.
  }
}

export const defaultSession = new StandInSession()
export const session = { defaultSession }

/** Whether main lets a page have this: Electron grants all that no handler refuses. */
export function isPermitted(
  contents: Electron.WebContents,
  permission: Permission,
  requestingUrl: string,
): boolean {
  const details = { isMainFrame: true, requestingUrl }
  const origin = new URL(requestingUrl).origin
  if (onCheck !== null && !onCheck(contents, permission, origin, details)) return false
  let isGranted = onRequest === null
  onRequest?.(
    contents,
    permission,
    (answer) => {
      isGranted = answer
    },
    details,
  )
  return isGranted
}

/** Whether main stops this request before it is made. */
export function isCancelled(url: string): boolean {
  let isStopped = false
  onBeforeRequest?.({ url } as Electron.OnBeforeRequestListenerDetails, ({ cancel }) => {
    isStopped = cancel === true
  })
  return isStopped
}

/** Main's own answer to an address of a scheme it handles; null for all others. */
export async function ownAnswer(request: Request): Promise<Response | null> {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler === undefined ? null : await handler(request)
}
