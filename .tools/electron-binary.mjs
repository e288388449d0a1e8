import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ownNode, root } from './setup.mjs'

const folder = join(root, 'node_modules', 'electron')
const failure = join(root, 'node_modules', '.cache', 'xuncheng-electron-missing')
/** How long a download may take before the browser is opened instead, in milliseconds. */
const patience = 20_000

/**
 * The path of an Electron that can run here, or why there is none (a key of desktop.json, `start.why`): started as root, no display, or
 * a binary that cannot be fetched. A failed download is remembered until it is asked for again.
 */
export async function electronBinary({ again }) {
  if (process.platform === 'linux') {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { why: 'no-display' }
    // Chromium's sandbox refuses root, and we never switch it off.
    if (process.getuid?.() === 0) return { why: 'root' }
  }
  const present = binaryPath()
  if (present) return { path: present }
  if (existsSync(failure) && !again) return { why: readFileSync(failure, 'utf8') }
  const fetched = spawnSync(ownNode, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: patience,
  })
  const path = binaryPath()
  if (path) return { path }
  const why = fetched.error
    ? 'Electron could not be fetched in time'
    : 'Electron could not be fetched'
  mkdirSync(dirname(failure), { recursive: true })
  writeFileSync(failure, why)
  return { why }
}

function binaryPath() {
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const path = join(folder, 'dist', readFileSync(named, 'utf8'))
  return existsSync(path) ? path : null
}
