import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import demoJson from '#resources/demo/demo.json' with { type: 'json' }

/** A shipped file of the demonstration: beside the bundled program, or in the source tree. */
export function demoFile(what: 'plan' | 'roster'): {
  readonly name: string
  readonly path: string
} {
  const { name, file } = demoJson.files[what]
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'resources', 'demo', file))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`resources/demo/${file} is not shipped`)
    folder = above
  }
  return { name, path: join(folder, 'resources', 'demo', file) }
}
