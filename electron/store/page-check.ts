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

/** The numbers of the pages, from 1, whose bytes are not those that were written; a rest of a page too. */
export function damagedPages(path: string, key: Uint8Array): readonly number[] {
  const damaged: number[] = []
  const page = Buffer.alloc(pageSize)
  const file = openSync(path, 'r')
  try {
    let codeKey: Buffer | null = null
    for (let number = 1; ; number += 1) {
      const size = readSync(file, page, 0, pageSize, (number - 1) * pageSize)
      if (size === 0) return damaged
      codeKey ??= pbkdf2Sync(
        key,
        page.subarray(0, saltSize).map((byte) => byte ^ saltMask),
        keyRounds,
        32,
        'sha512',
      )
      if (size < pageSize || !isIntact(page, number, codeKey)) damaged.push(number)
    }
  } finally {
    closeSync(file)
  }
}

function isIntact(page: Buffer, number: number, codeKey: Uint8Array): boolean {
  const suffix = Buffer.alloc(4)
  suffix.writeUInt32LE(number)
  const content = page.subarray(number === 1 ? saltSize : 0, -codeSize)
  const code = createHmac('sha512', codeKey).update(content).update(suffix).digest()
  return code.equals(page.subarray(-codeSize))
}
