// `npm run demo`: the whole chain on shipped, invented data; prints the counts and the files.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownNode, root } from './setup.mjs'

const given = process.argv.indexOf('--out')
const out = given > 0 ? process.argv[given + 1] : mkdtempSync(join(tmpdir(), 'xuncheng-demo-'))
const args = [join(root, 'electron/cli/main.ts'), 'demo', '--out', out]
const done = spawnSync(ownNode, args, { cwd: root, stdio: 'inherit' })
process.exitCode = done.status ?? 1
