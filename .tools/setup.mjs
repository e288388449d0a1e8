// Runs on the Node that the person has (20 or newer) and uses nothing but Node itself: it brings
// the packages and the project's own Node 24, which everything afterwards runs on.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const binary = process.platform === 'win32' ? 'node.exe' : 'node'
/** The project's own Node. */
export const ownNode = join(root, 'node_modules', 'node', 'bin', binary)
const stamp = join(root, 'node_modules', '.cache', 'xuncheng-setup')

/** Installs what package-lock.json names, unless that was done already. */
export function setUp() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20) fail(`Node ${process.versions.node} is too old: 20 or newer is needed.`)
  const wanted = fingerprint()
  if (existsSync(ownNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stderr.write('Installing packages (once) …\n')
  // The database driver brings its binaries along, but npm would try to compile it from a lock
  // file; so no install script runs except the one that fetches Node 24.
  const arrived = () => npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  // A virus scanner or an editor may hold a file of the old packages for a moment.
  if (!arrived() && !arrived()) fail('npm ci failed.')
  if (!npm('rebuild', 'node')) fail('npm rebuild failed.')
  const version = spawnSync(ownNode, ['--version'], { encoding: 'utf8' })
  if (version.status !== 0) fail('The packages are installed, but their Node does not start.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** The environment in which `node` and every tool are the project's own. */
export function ownEnvironment() {
  const bins = [dirname(ownNode), join(root, 'node_modules', '.bin')]
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [name]: [...bins, process.env[name] ?? ''].join(delimiter) }
}

function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex')
}

function npm(...args) {
  const script = process.env.npm_execpath
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []]
  const done = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !script && process.platform === 'win32',
  })
  return done.status === 0
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(3)
}
