import type { Session, WebContents } from 'electron'
import { isAppUrl } from './app-files.ts'

/** Copying a list for a message, and the sign-in code on a projector; all else is refused. */
const granted: readonly string[] = ['clipboard-sanitized-write', 'fullscreen']
/** Addresses that never leave the machine. */
const localSchemes: readonly string[] = ['blob:', 'data:', 'devtools:']

/**
 * A page of ours stays where it is: no other address, no second window, no frame of another kind
 * (https://electronjs.org/docs/latest/tutorial/security, items 12 to 14).
 */
export function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Electron grants every permission unless told otherwise, and asks and checks are told apart. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer, details) => {
    answer(granted.includes(permission) && isAppUrl(details.requestingUrl))
  })
  session.setPermissionCheckHandler(
    (_, permission, __, details) =>
      granted.includes(permission) && isAppUrl(details.requestingUrl ?? ''),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAppUrl(url) && !localSchemes.some((scheme) => url.startsWith(scheme)) })
  })
}
