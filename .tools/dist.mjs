// `npm run dist`: the installers, where Electron's binaries can be fetched.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { writeNotices } from './notices.mjs'
import { ownNode, root } from './setup.mjs'

build()
writeNotices()
const done = spawnSync(
  ownNode,
  [join(root, 'node_modules/electron-builder/cli.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
process.exitCode = done.status ?? 1
