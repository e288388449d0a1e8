import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One program per user folder: a lock file, and a knock by whoever comes second. */
export function lockInstance(userFolder: string, onSecond: () => void): boolean {
  mkdirSync(userFolder, { recursive: true })
  const lock = join(userFolder, 'stand-in.lock')
  const knock = join(userFolder, 'stand-in.knock')
  if (isHeld(lock)) {
    writeFileSync(knock, String(process.pid))
    return false
  }
  writeFileSync(lock, String(process.pid))
  writeFileSync(knock, '')
  watch(knock, () => {
    if (readFileSync(knock, 'utf8') === '') return
    writeFileSync(knock, '')
    onSecond()
  }).unref()
  process.once('exit', () => {
    rmSync(lock, { force: true })
  })
  return true
}

function isHeld(lock: string): boolean {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch {
    // No lock file, or one left behind by a process that is no more.
    return false
  }
}
