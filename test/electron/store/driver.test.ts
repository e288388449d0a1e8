import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openReadable, openWritable } from '#electron/store/driver'
import { aFolder, seededRandom } from '#test/support/a-vault'

const key = seededRandom('driver')(32)
const path = join(aFolder(), 'data.db')

test('the handle that writes flushes every commit, checks links, and sorts in memory', () => {
  const db = openWritable(path, key, true)
  const pragma = (name: string): unknown => db.pragma(name, { simple: true })
  // 2 is FULL for synchronous and MEMORY for temp_store.
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'temp_store'].map(pragma)).toEqual([
    ...['wal', 2, 1, 2],
  ])
  db.exec('CREATE TABLE a (x) ')
  db.close()
})

test('a handle for reading sorts in memory too, and cannot write', () => {
  const db = openReadable(path, key)
  expect(db.pragma('temp_store', { simple: true })).toBe(2)
  expect(() => db.exec('INSERT INTO a VALUES (1)')).toThrow('readonly')
  db.close()
})

test('another key opens nothing, and a missing file is not made', () => {
  expect(() => openReadable(path, seededRandom('other')(32))).toThrow('not a database')
  expect(() => openWritable(`${path}.missing`, key)).toThrow('unable to open')
})
