import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tables, type TableName, type Value } from '#shared/tables'
import type { Change, Deriver } from '#electron/store/apply-changes'
import { aJournal, anImport, aUnit, occasion, replicaId } from '#test/support/a-journal'

const failing: Deriver = {
  tables: ['unit'],
  derive: (db) => {
    db.exec("INSERT INTO attendance VALUES ('l', 't', 'present', '[]', '')")
    throw new Error('cannot derive')
  },
  faults: () => [],
}

describe('applyChanges', () => {
  test('a new row holds what was asked and the defaults of its table', () => {
    const { apply, rows } = aJournal()
    apply({ table: 'teacher', id: 't1', fields: { name: '王芳', doc_no: '1' } })
    expect(rows('SELECT * FROM teacher')).toEqual([
      {
        ...{ id: 't1', doc_type: '', doc_no: '1', name: '王芳', sex: '', phone: '', unit_id: '' },
        ...{
          stage: '',
          subject: '',
          title: '',
          removed: 0,
          stamps: '{"1.2.replica-1":["doc_no","name"]}',
        },
      },
    ])
  })

  test('a deriver that fails takes everything back: rows, journal, clock and derived rows', () => {
    const { apply, rows, entries, told, check } = aJournal([failing])
    apply(anImport('i1', 'a.xlsx'))
    const before = [rows('SELECT * FROM replica'), entries()]
    expect(() => apply(anImport('i2', 'b.xlsx'), aUnit('u1', '一中'))).toThrow('cannot derive')
    expect([rows('SELECT * FROM replica'), entries()]).toEqual(before)
    expect(rows('SELECT id FROM import_batch')).toEqual([{ id: 'i1' }])
    expect([...rows('SELECT * FROM unit'), ...rows('SELECT * FROM attendance')]).toEqual([])
    expect(told).toEqual([['import_batch']])
    expect(check().journal.chainOk).toBe(true)
  })

  test('a change in the middle that is refused takes back those before it', () => {
    const { apply, entries, rows } = aJournal()
    const wrong = { table: 'unit', id: 'u2', fields: { colour: 'red' } } as Change
    expect(() => apply(aUnit('u1', '一中'), wrong)).toThrow('unknown column unit.colour')
    expect([...entries(), ...rows('SELECT * FROM unit')]).toEqual([])
  })

  test('a table that nobody declared is refused', () => {
    const { apply } = aJournal()
    const wrong = { table: 'secret', id: 'id', fields: {} } as unknown as Change
    expect(() => apply(wrong)).toThrow('unknown table secret')
  })

  test('a link to a row that does not exist fails at the commit and leaves nothing', () => {
    const { apply, entries } = aJournal()
    const session = { table: 'session', id: 's1', fields: { project_id: 'none' } } as const
    expect(() => apply(session)).toThrow('FOREIGN KEY')
    expect(entries()).toEqual([])
  })

  test('what is already so leaves no entry, tells nobody and names no transaction', () => {
    const { apply, entries, told } = aJournal()
    apply(aUnit('u1', '一中'))
    expect(apply(aUnit('u1', '一中'))).toEqual({ transactionId: '', changed: [] })
    expect(apply()).toEqual({ transactionId: '', changed: [] })
    expect([entries().length, told.length]).toEqual([2, 1])
  })

  test('the same fact twice is no change, another content is refused', () => {
    const { apply, entries } = aJournal()
    apply(anImport('i1', 'a.xlsx'))
    expect(apply(anImport('i1', 'a.xlsx')).changed).toEqual([])
    expect(() => apply(anImport('i1', 'b.xlsx'))).toThrow('fact import_batch i1 cannot be changed')
    expect(entries()).toHaveLength(2)
  })

  test('a fact knows its entry and its clock', () => {
    const { apply, rows } = aJournal()
    apply(aUnit('u1', '一中'))
    apply(aUnit('u2', '二中'), anImport('i1', 'a.xlsx'))
    expect(rows('SELECT origin_replica, origin_seq, lamport FROM import_batch')).toEqual([
      { origin_replica: replicaId, origin_seq: 5, lamport: 2 },
    ])
  })

  test('an update writes only the fields that differ, and their stamps', () => {
    const { apply, rows, entries } = aJournal()
    apply(aUnit('u1', '一中'))
    apply({ table: 'unit', id: 'u1', fields: { name: '一中', confirmed: 1 } })
    expect(entries().at(-1)).toMatchObject({ row_id: 'u1', fields: '{"confirmed":1}' })
    expect(rows('SELECT name, confirmed, stamps FROM unit')).toEqual([
      {
        name: '一中',
        confirmed: 1,
        stamps: '{"1.2.replica-1":["name","removed"],"2.4.replica-1":["confirmed"]}',
      },
    ])
  })

  test('the header says who, when, for what and how many; the past of others only once', () => {
    const { apply, entries, db } = aJournal()
    db.exec("INSERT INTO replica VALUES ('other', 0, 7, x'00', 0, 3)")
    const { transactionId, changed } = apply(aUnit('u1', '一中'), anImport('i1', 'a.xlsx'))
    apply(aUnit('u2', '二中'))
    const heads = entries().filter((entry) => entry['table_name'] === 'transaction')
    expect(heads.map((head) => JSON.parse(head['fields'] as string) as unknown)).toEqual([
      { user: 'user-1', at: occasion.at, purpose: 'test', entries: 2, past: '{"other":7}' },
      { user: 'user-1', at: occasion.at, purpose: 'test', entries: 1, past: '{}' },
    ])
    expect(heads[0]?.['row_id']).toBe(transactionId)
    expect(changed).toEqual([
      { table: 'unit', id: 'u1' },
      { table: 'import_batch', id: 'i1' },
    ])
  })

  test('numbers rise by one entry by entry, the clock by one transaction by transaction', () => {
    const { apply, entries, rows } = aJournal()
    apply(aUnit('u1', '一中'), aUnit('u2', '二中'))
    apply(aUnit('u1', '第一中学'))
    expect(entries().map(({ seq, lamport }) => [seq, lamport])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 2],
      [5, 2],
    ])
    expect(rows('SELECT seq, lamport, head FROM replica')).toEqual([
      { seq: 5, lamport: 2, head: entries().at(-1)?.['hash'] },
    ])
  })

  test('half a sign, which SQLite cannot keep, stands in row and journal as the same sign', () => {
    const { apply, rows, check } = aJournal()
    apply(aUnit('u1', '一\uD800中'))
    expect(rows('SELECT name FROM unit')).toEqual([{ name: '一\uFFFD中' }])
    expect(check().rows.faults).toEqual([])
  })

  test('after the commit it tells which tables changed, each once', () => {
    const { apply, told } = aJournal()
    apply(aUnit('u1', '一中'), aUnit('u2', '二中'), anImport('i1', 'a.xlsx'))
    expect(told).toEqual([['import_batch', 'unit']])
  })

  test('a deriver hears of its own tables only', () => {
    const heard: unknown[] = []
    const listening: Deriver = {
      tables: ['unit'],
      derive: (_, touched) => heard.push(touched),
      faults: () => [],
    }
    const { apply } = aJournal([listening])
    apply(anImport('i1', 'a.xlsx'))
    apply(aUnit('u1', '一中'), anImport('i2', 'b.xlsx'))
    expect(heard).toEqual([[{ table: 'unit', id: 'u1' }]])
  })
})

/** Tables without links, so that any sequence of changes may be committed. */
const free = ['setting', 'user', 'unit', 'teacher', 'project', 'import_batch'] as const

const aValue = (sample: Value): fc.Arbitrary<Value> =>
  typeof sample === 'string'
    ? fc.oneof(fc.constantFrom('', '王芳', '一中'), fc.string({ unit: 'binary', maxLength: 6 }))
    : fc.integer({ min: -3, max: 3 })

function aChange(table: (typeof free)[number]): fc.Arbitrary<Change> {
  const columns: readonly (readonly [string, Value])[] = Object.entries(tables[table].columns)
  const fields = fc.record(
    Object.fromEntries(columns.map(([name, sample]) => [name, aValue(sample)])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, Value>>
  // A fact never changes, so each gets an id that nothing else has.
  const id = tables[table].kind === 'fact' ? fc.uuid() : fc.constantFrom('a', 'b', 'c')
  return fc.record({ table: fc.constant(table), id, fields })
}

const someChanges = fc.array(fc.array(fc.constantFrom(...free).chain(aChange), { maxLength: 4 }), {
  maxLength: 6,
})

/** What the rows must hold: every later field over every earlier one. */
function fold(transactions: readonly (readonly Change[])[]): Map<string, Record<string, Value>> {
  const rows = new Map<string, Record<string, Value>>()
  for (const { table, id, fields } of transactions.flat()) {
    const before = rows.get(`${table} ${id}`) ?? tables[table].columns
    rows.set(`${table} ${id}`, { ...before, ...fields })
  }
  return rows
}

const wellFormed = (value: Value): Value =>
  typeof value === 'string' ? Buffer.from(value).toString() : value

describe('any sequence of changes', () => {
  test('the tables hold the last word on every field, and the check of the journal agrees', () => {
    fc.assert(
      fc.property(someChanges, (transactions) => {
        const { apply, check, rows, db } = aJournal()
        try {
          for (const changes of transactions) apply(...changes)
          const meant = fold(transactions)
          const found = free.flatMap((table: TableName) =>
            rows(`SELECT * FROM ${table}`).map((row) => [table, row] as const),
          )
          expect(found).toHaveLength(meant.size)
          for (const [table, row] of found) {
            const fields = meant.get(`${table} ${String(row['id'])}`) ?? {}
            for (const [name, value] of Object.entries(fields))
              expect(row[name]).toBe(wellFormed(value))
          }
          expect(check()).toMatchObject({
            integrity: 'ok',
            foreignKeys: 'ok',
            journal: { chainOk: true, faults: [] },
            rows: { checked: meant.size, faults: [] },
          })
        } finally {
          db.close()
        }
      }),
      { seed: 20241121, numRuns: 60 },
    )
  })
})
