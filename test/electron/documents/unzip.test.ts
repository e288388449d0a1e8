import { describe, expect, test } from 'vitest'
import { unzip } from '#electron/documents/unzip'
import { packageOf } from '#test/electron/documents/package-of'
import type { PackedEntry } from '#test/electron/documents/package-of'

const limits = { entries: 3, entryBytes: 10, totalBytes: 15 }

async function refusalOf(...entries: readonly PackedEntry[]): Promise<string> {
  const result = await unzip(packageOf(entries), limits)
  return result.ok ? 'read' : result.refusal.code
}

const fileOf = (name: string, letters: number) => ({ name, content: 'x'.repeat(letters) })

describe('unzip', () => {
  test('gives the wanted files by name', async () => {
    const bytes = packageOf([fileOf('a/b.xml', 3), fileOf('c.png', 5)])
    const result = await unzip(bytes, limits, (name) => name.endsWith('.xml'))
    expect(result.ok && [...result.value].map(([name, data]) => [name, data.length])).toEqual([
      ['a/b.xml', 3],
    ])
  })

  test('too many files, one too large, or too much in all is refused before unpacking', async () => {
    expect(await refusalOf(fileOf('a', 10), fileOf('b', 5))).toBe('read')
    expect(await refusalOf(fileOf('a', 11))).toBe('file-too-large')
    expect(await refusalOf(fileOf('a', 8), fileOf('b', 8))).toBe('file-too-large')
    expect(await refusalOf(...['a', 'b', 'c', 'd'].map((name) => fileOf(name, 1)))).toBe(
      'file-too-large',
    )
  })

  test('a file that points outside the package is refused', async () => {
    expect(await refusalOf(fileOf('../a', 1))).toBe('file-unreadable')
    expect(await refusalOf(fileOf('/a', 1))).toBe('file-unreadable')
  })

  test('one name for two files is refused', async () => {
    expect(await refusalOf(fileOf('a', 1), fileOf('a', 2))).toBe('file-unreadable')
  })

  test('a file under a password is refused by name', async () => {
    // Twelve bytes of a password's check stand before the content.
    expect(await refusalOf({ ...fileOf('a', 13), size: 1, flags: 0x801 })).toBe('file-encrypted')
  })

  test('a file that unpacks to more than it says is stopped there', async () => {
    const grown = { ...fileOf('a', 100_000), size: 5, isDeflated: true }
    expect(await refusalOf({ ...fileOf('a', 5), isDeflated: true })).toBe('read')
    expect(await refusalOf(grown)).toBe('file-unreadable')
  })

  test('a file that is not what its checksum says is refused', async () => {
    const bytes = packageOf([fileOf('a', 4)])
    const changed = Buffer.from(bytes)
    changed.write('y', changed.indexOf('xxxx'))
    const result = await unzip(changed, limits)
    expect(result.ok).toBe(false)
  })
})
