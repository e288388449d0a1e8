// `npm start`: the desktop window where Electron can be had, else the same program in a browser.
import { spawn } from 'node:child_process'
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
  process.stderr.write(`桌面窗口不可用（${found.why}），改在浏览器中打开。\n`)
  process.stderr.write(`No desktop window (${found.why}): opening in the browser.\n`)
  await import(join(root, 'electron', 'browser', 'main.ts'))
}
