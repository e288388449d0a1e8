import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openReadable, openWritable } from '#electron/store/driver'
import { subKey } from '#electron/store/keys'
import { damagedPages, rawFile } from '#electron/store/page-check'
import { openVault } from '#electron/store/vault'
import { readVaultFile } from '#electron/store/vault-file'
import { aVault, password, seededRandom, type ClosedVault } from '#test/support/a-vault'
import { aUnit, occasion } from '#test/support/a-journal'

let closed: ClosedVault
let key: Uint8Array

beforeAll(async () => {
  closed = await aVault('damage')
  key = subKey(closed.replicaKey, 'database')
  const vault = await closed.open()
  vault.apply(
    occasion,
    Array.from({ length: 400 }, (_, i) => aUnit(`u${i}`, `第${i}中学`)),
  )
  vault.close()
  // Pages that once held something and are free now: SQLite itself never reads them again.
  const db = closed.database(closed.folder)
  db.exec('CREATE TABLE filler (x TEXT) STRICT')
  db.exec('INSERT INTO filler SELECT hex(zeroblob(500)) FROM unit')
  db.exec('DROP TABLE filler')
  db.close()
})

function flip(path: string, at: number, mask = 1): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ mask
  writeFileSync(path, bytes)
}

/** Places drawn once and for all, so that a red test belongs to who made it red. */
function places(seed: string, count: number, length: number): readonly number[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => Buffer.from(random(4)).readUInt32LE() % length)
}

function damagedPagesOf(path: string): readonly number[] {
  const file = rawFile(path)
  try {
    return damagedPages(file, key)
  } finally {
    file.close()
  }
}

const opening = { derivers: [], onCommit: () => undefined }

/** What is said of a damaged vault: the refusal on opening it, or what its check found. */
async function saidOf(folder: string): Promise<string> {
  const opened = await openVault(folder, { user: '', password }, opening)
  if (!opened.ok) return `${opened.refusal.code} ${String(opened.refusal.params['what'])}`
  try {
    return opened.value.vault.check().integrity
  } finally {
    opened.value.vault.close()
  }
}

describe('damagedPages', () => {
  test('a database that nobody touched has none, free pages included', () => {
    const path = join(closed.copy(), 'data.db')
    const db = openReadable(path, key)
    expect(db.pragma('freelist_count', { simple: true })).toBeGreaterThan(50)
    db.close()
    expect(damagedPagesOf(path)).toEqual([])
  })

  test('a flipped bit anywhere is found and its page named: salt, content, free page, nonce, code', () => {
    const path = join(closed.copy(), 'data.db')
    const pages = statSync(path).size / 4096
    const inManyPages = Array.from({ length: pages }, (_, page) => page * 4096).filter(
      (_, page) => page % 5 === 0,
    )
    const drawn = places('bits', 40, statSync(path).size)
    for (const at of [...inManyPages, 15, 16, 4015, 4016, 4031, 4032, 4095, ...drawn]) {
      flip(path, at, 0x80)
      const damaged = damagedPagesOf(path)
      // The salt of the first page is in the key of every code.
      if (at < 16) expect(damaged).toHaveLength(pages)
      else expect(damaged).toEqual([Math.floor(at / 4096) + 1])
      flip(path, at, 0x80)
    }
  })

  test('a page that stands in the place of another is found', () => {
    const path = join(closed.copy(), 'data.db')
    const bytes = readFileSync(path)
    bytes.copyWithin(8 * 4096, 9 * 4096, 10 * 4096)
    writeFileSync(path, bytes)
    expect(damagedPagesOf(path)).toEqual([9])
  })

  test('a file that ends in the middle of a page is found', () => {
    const path = join(closed.copy(), 'data.db')
    const { size } = statSync(path)
    truncateSync(path, size - 100)
    expect(damagedPagesOf(path)).toEqual([size / 4096])
  })
})

describe('a vault whose data.db is not what it was', () => {
  const sizes = places('data.db', 5, 4096)

  test('a flipped byte is refused or named, wherever it is', async () => {
    const pages = statSync(join(closed.folder, 'data.db')).size / 4096
    const spread = sizes.map((offset, i) => Math.floor((i * (pages - 1)) / 4) * 4096 + offset)
    for (const at of spread) {
      const folder = closed.copy()
      flip(join(folder, 'data.db'), at)
      expect(await saidOf(folder)).toMatch(/^vault-damaged data\.db$|(^|\n)page \d+ damaged$/)
    }
  })

  test('a flipped byte in a free page is named, although SQLite finds nothing', async () => {
    const folder = closed.copy()
    const path = join(folder, 'data.db')
    const last = statSync(path).size / 4096
    flip(path, (last - 1) * 4096 + 1000)
    const db = openWritable(path, key)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
    expect(await saidOf(folder)).toBe(`page ${last} damaged`)
  })

  test('a vault that was open when the byte flipped says so too', async () => {
    const folder = closed.copy()
    const vault = await closed.open(folder)
    vault.apply(occasion, [aUnit('new', '新校')])
    expect(vault.check().integrity).toBe('ok')
    // What waited in the write-ahead log stands in its pages now, where the check has seen it.
    expect(statSync(join(folder, 'data.db-wal')).size).toBe(0)
    flip(join(folder, 'data.db'), statSync(join(folder, 'data.db')).size - 1)
    expect(vault.check().integrity).toMatch(/page \d+ damaged/)
    vault.close()
  })

  test('an empty file is not taken for a new database, and is left as it is', async () => {
    const folder = closed.copy()
    truncateSync(join(folder, 'data.db'))
    expect(await saidOf(folder)).toBe('vault-damaged data.db')
    expect(statSync(join(folder, 'data.db')).size).toBe(0)
  })

  test('half a file is refused or named', async () => {
    const folder = closed.copy()
    const path = join(folder, 'data.db')
    truncateSync(path, Math.floor(statSync(path).size / 2))
    expect(await saidOf(folder)).toMatch(/^vault-damaged data\.db$|malformed|damaged/)
  })

  test('a missing file is refused, and none is made in its place', async () => {
    const folder = closed.copy()
    const path = join(folder, 'data.db')
    writeFileSync(`${path}.old`, readFileSync(path))
    rmSync(path)
    expect(await saidOf(folder)).toBe('vault-damaged data.db')
    expect(() => statSync(path)).toThrow('ENOENT')
  })
})

describe('a vault.json that is not what it was', () => {
  test('every flipped bit of every byte is damage, blanks and names of fields too', () => {
    const folder = closed.copy()
    const path = join(folder, 'vault.json')
    const bytes = readFileSync(path)
    for (let at = 0; at < bytes.length; at += 1)
      for (const mask of [0x01, 0x20, 0x29]) {
        flip(path, at, mask)
        expect([at, readVaultFile(folder).state]).toEqual([at, 'damaged'])
        writeFileSync(path, bytes)
      }
  })

  test.each([
    ['a cut-off end', (text: string) => text.slice(0, -1)],
    ['something behind the end', (text: string) => `${text}\n`],
    ['nothing at all', () => ''],
    ['a mark before the start', (text: string) => `\uFEFF${text}`],
    ['other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('%s is damage', (_, change) => {
    const folder = closed.copy()
    const path = join(folder, 'vault.json')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    expect(readVaultFile(folder)).toEqual({ state: 'damaged' })
  })

  test('the right password does not open it; the refusal names the file', async () => {
    const folder = closed.copy()
    flip(join(folder, 'vault.json'), 40)
    expect(await saidOf(folder)).toBe('vault-damaged vault.json')
  })
})
