import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCore, type Core } from '#electron/core'
import { ownerOf } from '#electron/ipc/owner'
import { startBrowserHost, type BrowserHost } from './browser-host.ts'

/** A core and its browser host on a port (0: any free one). */
export async function serve(options: {
  readonly folder: string
  readonly demoFolder: string
  readonly port: number
}): Promise<{ readonly host: BrowserHost; readonly core: Core }> {
  const core = createCore(options)
  const host = await startBrowserHost({
    core,
    port: options.port,
    pages: builtPages(),
    random: (n) => new Uint8Array(randomBytes(n)),
    owner: () => (core.desk.vault() ? Promise.resolve(null) : ownerOf(core.desk.folder())),
  })
  return { host, core }
}

/** The built page: beside the bundled program, or in the source tree. */
function builtPages(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    for (const pages of [join(folder, 'renderer'), join(folder, 'dist', 'renderer')])
      if (existsSync(join(pages, 'assets')) && existsSync(join(pages, 'index.html'))) return pages
    const above = dirname(folder)
    if (above === folder) throw new Error('the page is not built: run npm run build')
    folder = above
  }
}
