import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { WritableDb } from '#electron/store/driver'
import { migrate, schemaVersion, VaultFromFuture, type Migration } from '#electron/store/migrate'

const memory = (): WritableDb => new Database(':memory:') as unknown as WritableDb

const step = (version: number, sql: string): Migration => ({
  version,
  name: `step-${version}`,
  up: (db) => {
    db.exec(sql)
  },
})

const first = step(10, 'CREATE TABLE a (id TEXT PRIMARY KEY) STRICT')
const second = step(20, 'CREATE TABLE b (a_id TEXT REFERENCES a (id)) STRICT')

const schemaOf = (db: WritableDb): unknown =>
  db.prepare('SELECT name FROM sqlite_schema ORDER BY name').pluck().all()
const foreignKeys = (db: WritableDb): unknown => db.pragma('foreign_keys', { simple: true })

describe('migrate', () => {
  test('a new file goes through every step to the newest version', () => {
    const db = memory()
    migrate(db, [first, second])
    expect([schemaVersion(db), foreignKeys(db)]).toEqual([20, 1])
    expect(schemaOf(db)).toEqual(expect.arrayContaining(['a', 'b']))
  })

  test('a file of an older version goes only through what it lacks', () => {
    const db = memory()
    migrate(db, [first])
    db.exec("INSERT INTO a VALUES ('kept')")
    migrate(db, [first, second])
    expect(schemaVersion(db)).toBe(20)
    expect(db.prepare('SELECT id FROM a').pluck().all()).toEqual(['kept'])
  })

  test('a file of the newest version is left alone', () => {
    const db = memory()
    migrate(db, [first])
    const before = db.pragma('schema_version', { simple: true })
    migrate(db, [first])
    expect(db.pragma('schema_version', { simple: true })).toBe(before)
  })

  test('a step that fails half-way leaves version and schema as they were, links checked again', () => {
    const db = memory()
    const failing = step(20, 'CREATE TABLE b (id TEXT) STRICT; CREATE TABLE a (id TEXT) STRICT')
    expect(() => {
      migrate(db, [first, failing])
    }).toThrow('already exists')
    expect([schemaVersion(db), foreignKeys(db)]).toEqual([10, 1])
    expect(schemaOf(db)).not.toContain('b')
  })

  test('a step that leaves a broken link is taken back and named', () => {
    const db = memory()
    migrate(db, [first, second])
    const breaking = step(30, "INSERT INTO b VALUES ('nowhere')")
    expect(() => {
      migrate(db, [first, second, breaking])
    }).toThrow('step-30 leaves 1 broken links')
    expect([schemaVersion(db), foreignKeys(db)]).toEqual([20, 1])
    expect(db.prepare('SELECT count(*) FROM b').pluck().get()).toBe(0)
  })

  test('a file of a newer program is refused by name, untouched', () => {
    const db = memory()
    migrate(db, [first, second])
    expect(() => {
      migrate(db, [first])
    }).toThrow(VaultFromFuture)
    expect(schemaVersion(db)).toBe(20)
  })
})
