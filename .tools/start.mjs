// `npm start`: the desktop window where Electron can be had, else the same program in a browser.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { electronBinary } from './electron-binary.mjs'
import { root } from './setup.mjs'

const found = await electronBinary({ again: process.argv.includes('--again') })
build()
if (found.path) {
  const child = spawn(found.path, [root], { cwd: root, stdio: 'inherit' })
  child.on('exit', (code) => (process.exitCode = code ?? 1))
} else {
  for (const language of ['zh-CN', 'en']) process.stderr.write(`${sentence(language, found.why)}\n`)
  await import(join(root, 'electron', 'browser', 'main.ts'))
}

function sentence(language, why) {
  const file = join(root, 'resources', 'locales', language, 'desktop.json')
  const { start } = JSON.parse(readFileSync(file, 'utf8'))
  return start.inBrowser.replace('{{why}}', start.why[why] ?? why)
}
