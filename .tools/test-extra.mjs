// `npm run test:extra`: tests that need a program beyond Node; fails, naming it, when it is missing.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ownNode, root } from './setup.mjs'

const done = spawnSync(
  ownNode,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/extra/vitest.config.ts'],
  { cwd: root, stdio: 'inherit' },
)
process.exitCode = done.status ?? 1
