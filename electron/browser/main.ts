import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { foldersIn, userFolder } from '#electron/user-folder'
import { serve } from './serve.ts'

// `npm start` without a desktop window: serves the program to this computer's browser until Ctrl+C.
const named = process.env['XUNCHENG_VAULT']
const folders = named
  ? { folder: named, demoFolder: join(dirname(named), 'demo') }
  : foldersIn(userFolder(process.env, process.platform))
const { host, core } = await serve({ ...folders, port: Number(process.env['XUNCHENG_PORT'] ?? 0) })
process.stdout.write(`${host.url}\n`)
openBrowser(host.url)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void host
      .close()
      .then(() => core.close())
      .then(() => process.exit(0))
  })

/** Opens the address in the person's browser; where there is none, the printed address is enough. */
function openBrowser(url: string): void {
  const [command, args] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
      : process.platform === 'darwin'
        ? ['open', [url]]
        : ['xdg-open', [url]]
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}
