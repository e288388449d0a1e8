// Builds the page, and the desktop program when asked; skipped while nothing it is made of changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ownNode, root } from './setup.mjs'

const sources = ['renderer', 'shared', 'resources', 'electron']
const stamp = join(root, 'node_modules', '.cache', 'xuncheng-build')

export function build() {
  const wanted = fingerprint()
  const made = ['renderer/index.html', 'desktop/main.js'].every((file) =>
    existsSync(join(root, 'dist', file)),
  )
  if (made && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  run('.tools/build-desktop.mjs')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function run(script, ...args) {
  const done = spawnSync(ownNode, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0) throw new Error(`${script} failed`)
}

function fingerprint() {
  const hash = createHash('sha256')
  const files = [
    'package-lock.json',
    'vite.config.ts',
    '.tools/build-desktop.mjs',
    ...sources.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
    ),
  ]
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

if (process.argv[1] === import.meta.filename) build()
