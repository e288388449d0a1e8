// `node .tools/run.mjs TASK …`: sets up if need be, then runs the task on the project's own Node.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ownEnvironment, ownNode, root, setUp } from './setup.mjs'

const [task, ...args] = process.argv.slice(2)
setUp()
const script =
  task === 'cli' ? join(root, 'electron', 'cli', 'main.ts') : join(root, '.tools', `${task}.mjs`)
// The terminal works where the person stands, everything else in the project.
const cwd = task === 'cli' ? (process.env.INIT_CWD ?? process.cwd()) : root
const child = spawn(ownNode, [script, ...args], { cwd, stdio: 'inherit', env: ownEnvironment() })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
})
