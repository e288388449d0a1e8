import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { tables } from '#shared/tables'
import type { WritableDb } from '#electron/store/driver'
import { firstTables } from '#electron/store/migrations/0010-first-tables'

function migrated(): WritableDb {
  const db = new Database(':memory:') as unknown as WritableDb
  firstTables.up(db)
  return db
}

const columnsOf = (db: WritableDb, table: string) =>
  db.prepare('SELECT name, type, "notnull" AS filled, pk FROM pragma_table_info(?)').all(table) as {
    name: string
    type: string
    filled: number
    pk: number
  }[]

/** The vault's own books, which are no school's records, and what is derived from those. */
const books = ['journal', 'replica', 'secret']
const derived = ['attendance']

describe('0010 first tables', () => {
  test('makes every table that is declared, the books and the derived ones, and no other', () => {
    const made = migrated()
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
    expect(made).toEqual([...Object.keys(tables), ...books, ...derived].toSorted())
  })

  test('makes every table strict, and neither views nor triggers', () => {
    const db = migrated()
    const loose = db.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0",
    )
    expect(loose.pluck().all()).toEqual(['sqlite_schema'])
    expect(
      db
        .prepare("SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')")
        .pluck()
        .get(),
    ).toBe(0)
  })

  test.each(Object.entries(tables))(
    '%s has the declared columns, with the type of their defaults',
    (name, shape) => {
      const own = shape.kind === 'fact' ? ['origin_replica', 'origin_seq', 'lamport'] : ['stamps']
      const columns = columnsOf(migrated(), name)
      expect(columns.map((column) => column.name)).toEqual([
        'id',
        ...Object.keys(shape.columns),
        ...own,
      ])
      for (const [column, sample] of Object.entries(shape.columns)) {
        const found = columns.find((c) => c.name === column)
        const type = typeof sample === 'string' ? 'TEXT' : 'INTEGER'
        expect([column, found?.type, found?.filled]).toEqual([
          column,
          type,
          sample === null ? 0 : 1,
        ])
      }
      expect(columns[0]).toMatchObject({ name: 'id', type: 'TEXT', pk: 1 })
    },
  )
})
