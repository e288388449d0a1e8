// `npm run dev`: rebuilds the page when a file changes and serves it in the browser.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ownNode, root } from './setup.mjs'

build()
const watch = spawn(ownNode, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--watch'], {
  cwd: root,
  stdio: 'inherit',
})
process.on('exit', () => watch.kill())
await import(join(root, 'electron', 'browser', 'main.ts'))
