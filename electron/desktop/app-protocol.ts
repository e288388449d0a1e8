import { randomBytes } from 'node:crypto'
import { protocol } from 'electron'
import { answerAppRequest, appScheme } from './app-files.ts'

/** Must run before ready, and only once (https://electronjs.org/docs/latest/api/protocol). */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export function serveApp(rendererFolder: string): void {
  protocol.handle(appScheme, (request) =>
    answerAppRequest(rendererFolder, request, randomBytes(16).toString('base64')),
  )
}
