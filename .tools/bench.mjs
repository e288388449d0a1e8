// `npm run bench`: each path as a ratio to a bare baseline of the same run.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ownNode, root } from './setup.mjs'

const done = spawnSync(ownNode, [join(root, 'test/bench/run.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = done.status ?? 1
