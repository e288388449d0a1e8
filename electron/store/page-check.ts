import { createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/**
 * Every page of an encrypted database carries a code over its bytes and its number. SQLite checks it
 * only for the pages that it reads, and never reads free ones; here all of them are checked. The
 * layout is SQLCipher's, version 4 (https://www.zetetic.net/sqlcipher/design/): 16 bytes of salt
 * before the first page, 16 of nonce and 64 of HMAC-SHA-512 at the end of each.
 */
const pageSize = 4096
const saltSize = 16
const codeSize = 64
const saltMask = 0x3a
const keyRounds = 2

/**
 * A file that is read past SQLite. POSIX drops all locks that a process has on a file when it closes
 * any handle to it (sqlite.org/howtocorrupt.html §2.2), so this one stays open as long as the
 * database and is closed after it.
 */
export interface RawFile {
  read(page: Buffer, at: number): number
  close(): void
}

export function rawFile(path: string): RawFile {
  let handle: number | null = null
  return {
    read: (page, at) => readSync((handle ??= openSync(path, 'r')), page, 0, page.length, at),
    close: () => {
      if (handle !== null) closeSync(handle)
    },
  }
}

/** The numbers of the pages, from 1, whose bytes are not those that were written; half a page is none of them. */
export function damagedPages(file: RawFile, key: Uint8Array): readonly number[] {
  const damaged: number[] = []
  const page = Buffer.alloc(pageSize)
  let codeKey: Buffer | null = null
  for (let number = 1; ; number += 1) {
    const size = file.read(page, (number - 1) * pageSize)
    if (size === 0) return damaged
    codeKey ??= codeKeyOf(page, key)
    if (!isIntact(page, number, codeKey)) damaged.push(number)
  }
}

function codeKeyOf(firstPage: Uint8Array, key: Uint8Array): Buffer {
  const salt = firstPage.subarray(0, saltSize).map((byte) => byte ^ saltMask)
  return pbkdf2Sync(key, salt, keyRounds, 32, 'sha512')
}

function isIntact(page: Buffer, number: number, codeKey: Uint8Array): boolean {
  const suffix = Buffer.alloc(4)
  suffix.writeUInt32LE(number)
  const content = page.subarray(number === 1 ? saltSize : 0, -codeSize)
  const code = createHmac('sha512', codeKey).update(content).update(suffix).digest()
  return code.equals(page.subarray(-codeSize))
}
