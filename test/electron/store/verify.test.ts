import { describe, expect, test } from 'vitest'
import { attendanceDeriver } from '#electron/attendance/derive'
import type { Change } from '#electron/store/apply-changes'
import { aJournal, anImport, aUnit, type AJournal } from '#test/support/a-journal'

const aSession: readonly Change[] = [
  { table: 'project', id: 'p1', fields: { year: 2024, no: 1 } },
  { table: 'session', id: 's1', fields: { project_id: 'p1' } },
  {
    table: 'lesson',
    id: 'l1',
    fields: { session_id: 's1', held_on: '2024-04-16', starts_at: '08:30', ends_at: '11:30' },
  },
  { table: 'teacher', id: 't1', fields: { name: '王芳' } },
]

const aSignIn: Change = {
  table: 'presence_event',
  id: 'e1',
  fields: {
    lesson_id: 'l1',
    teacher_id: 't1',
    kind: 'sign-in',
    claimed_at: '2024-04-16T08:20:00.000+08:00',
    means: 'keyboard',
  },
}

/** Six transactions: two units, one of them renamed, an import, a session and a sign-in. */
function aHistory(): AJournal {
  const journal = aJournal([attendanceDeriver])
  journal.apply(aUnit('u1', '一中'))
  journal.apply(aUnit('u2', '二中'))
  journal.apply({ table: 'unit', id: 'u1', fields: { name: '第一中学' } })
  journal.apply(anImport('i1', 'a.xlsx'))
  journal.apply(...aSession)
  journal.apply(aSignIn)
  return journal
}

/** The faults after someone with the key, but without the program, has changed the database. */
function faultsAfter(...sql: readonly string[]): readonly string[] {
  const { db, check } = aHistory()
  db.pragma('foreign_keys = OFF')
  for (const line of sql) db.exec(line)
  const { integrity, foreignKeys, journal, rows } = check()
  expect(journal.chainOk).toBe(journal.faults.length === 0)
  return [
    ...(integrity === 'ok' ? [] : [integrity]),
    ...(foreignKeys === 'ok' ? [] : [`links: ${foreignKeys}`]),
    ...journal.faults,
    ...rows.faults,
  ]
}

describe('checkDatabase', () => {
  test('a history that nobody touched has no fault, and every row and entry was looked at', () => {
    expect(aHistory().check()).toEqual({
      integrity: 'ok',
      foreignKeys: 'ok',
      journal: { entries: 15, chainOk: true, faults: [] },
      rows: { checked: 8, faults: [] },
    })
  })

  test.each([
    ['a field', "UPDATE unit SET name = '三中' WHERE id = 'u2'", 'unit u2'],
    [
      'a field of a fact',
      "UPDATE import_batch SET row_count = 9 WHERE id = 'i1'",
      'import_batch i1',
    ],
    [
      'a field that nobody ever wrote',
      "UPDATE lesson SET place = '三楼' WHERE id = 'l1'",
      'lesson l1',
    ],
    ['the stamps of a row', "UPDATE unit SET stamps = '{}' WHERE id = 'u1'", 'unit u1'],
    [
      'the order of a fact',
      "UPDATE presence_event SET lamport = 1 WHERE id = 'e1'",
      'presence_event e1',
    ],
    [
      'the origin of a fact',
      "UPDATE import_batch SET origin_seq = 1 WHERE id = 'i1'",
      'import_batch i1',
    ],
  ])('%s that was edited by hand is named', (_, sql, row) => {
    expect(faultsAfter(sql)).toEqual([`${row}: differs from the journal`])
  })

  test('a row that was put in by hand is named', () => {
    expect(faultsAfter("INSERT INTO unit VALUES ('u9', '九中', 0, 0, '{}')")).toEqual([
      'unit u9: not in the journal',
    ])
  })

  test('a row that was deleted by hand is named', () => {
    expect(faultsAfter("DELETE FROM unit WHERE id = 'u2'")).toEqual(['unit u2: missing'])
  })

  test('a row whose link was cut is named with its table', () => {
    expect(faultsAfter("DELETE FROM project WHERE id = 'p1'")).toEqual([
      'links: session',
      'project p1: missing',
    ])
  })

  test('an entry taken out of the journal is named', () => {
    expect(faultsAfter('DELETE FROM journal WHERE seq = 6')).toEqual([
      'replica-1 6: entry missing',
      'unit u1: differs from the journal',
    ])
  })

  test.each([
    ['its content', `UPDATE journal SET fields = '{"name":"三中"}' WHERE seq = 6`],
    ['its clock', 'UPDATE journal SET lamport = 9 WHERE seq = 6'],
    ['its hash', "UPDATE journal SET hash = x'00' WHERE seq = 6"],
    ['its row', "UPDATE journal SET row_id = 'u2' WHERE seq = 6"],
    ['its table', "UPDATE journal SET table_name = 'teacher' WHERE seq = 6"],
  ])('an entry that was changed in %s is named', (_, sql) => {
    expect(faultsAfter(sql)).toContain('replica-1 6: entry changed')
  })

  test.each(['no JSON', 'null', '5', '"text"'])(
    'an entry that holds %s does not stop the check',
    (fields) => {
      expect(faultsAfter(`UPDATE journal SET fields = '${fields}' WHERE seq = 4`)).toContain(
        'replica-1 4: entry changed',
      )
    },
  )

  test('a header that was changed is named: nobody can put a deed on another', () => {
    expect(
      faultsAfter(`UPDATE journal SET fields = replace(fields, 'user-1', 'user-2') WHERE seq = 1`),
    ).toEqual(['replica-1 1: entry changed'])
  })

  test('the last entries cut off are missed', () => {
    expect(faultsAfter('DELETE FROM journal WHERE seq > 13')).toEqual([
      'replica-1 14: entries missing at the end',
      'presence_event e1: not in the journal',
    ])
  })

  test('a last entry that was replaced together with its hash is not the one that was written', () => {
    const { db, check } = aHistory()
    db.exec("UPDATE replica SET head = x'00'")
    expect(check().journal.faults).toEqual(['replica-1 15: not the last entry that was written'])
  })

  test('entries of a replica that the vault does not know are named', () => {
    expect(
      faultsAfter("INSERT INTO journal VALUES ('stranger', 1, 1, 'setting', 'org', '{}', x'00')"),
    ).toContain('stranger: unknown replica')
  })

  test.each([
    ['changed', "UPDATE attendance SET status = 'absent'", 'not what the facts say'],
    ['taken away', 'DELETE FROM attendance', 'not what the facts say'],
  ])('a concluded status that was %s by hand is named', (_, sql, fault) => {
    expect(faultsAfter(sql)).toEqual([`attendance l1 t1: ${fault}`])
  })

  test('a concluded status without any fact is named', () => {
    expect(faultsAfter("INSERT INTO attendance VALUES ('l1', 't2', 'present', '[]', '')")).toEqual([
      'attendance l1 t2: no facts',
    ])
  })

  test('not more than a hundred faults are named', () => {
    const { apply, db, check } = aJournal()
    apply(...Array.from({ length: 150 }, (_, i) => aUnit(`u${i}`, '一中')))
    db.exec('DELETE FROM unit')
    expect(check().rows.faults).toHaveLength(100)
  })
})
