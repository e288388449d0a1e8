import { describe, expect, test } from 'vitest'
import { countsOf, gapsOf, heatOf, thereIn } from '#renderer/attendance/overview-view'
import { aLesson, aRow } from '#test/renderer/attendance/people'

const table = {
  lessons: [aLesson({ id: 'am' })],
  rows: [
    aRow({ teacherId: 'a', unit: '灵井镇', statuses: { am: 'present' } }),
    aRow({ teacherId: 'b', unit: '尚集镇', statuses: { am: 'leave' } }),
    aRow({ teacherId: 'c', unit: '灵井镇', statuses: { am: 'late' } }),
  ],
  counts: {
    am: { present: 1, late: 1, 'left-early': 0, leave: 1, absent: 0, unmarked: 0 },
    pm: { present: 0, late: 0, 'left-early': 0, leave: 0, absent: 0, unmarked: 3 },
  },
}

describe('gapsOf', () => {
  test('what is missing stands in the order of the steps; done and later ones miss nothing', () => {
    const gap = (code: string) => [{ code, params: {} }]
    const gaps = gapsOf([
      { step: 'plan', state: 'done', missing: gap('never-shown') },
      { step: 'opening', state: 'now', missing: gap('rows-held') },
      { step: 'presence', state: 'missing', missing: gap('lessons-unmarked') },
      { step: 'hours', state: 'ahead', missing: gap('not-registered') },
      { step: 'archive', state: 'later-version', missing: [] },
    ])
    expect(gaps.map(({ code, state }) => [code, state])).toEqual([
      ['rows-held', 'now'],
      ['lessons-unmarked', 'missing'],
      ['not-registered', 'ahead'],
    ])
  })
})

describe('heatOf', () => {
  test('people of one unit stand side by side, and everyone has one square', () => {
    expect(heatOf(table, 'am').map(({ teacherId }) => teacherId)).toEqual(['a', 'c', 'b'])
  })
  test('a lesson that nobody marked is a strip of unmarked', () => {
    expect(countsOf(heatOf(table, 'pm')).unmarked).toBe(3)
  })
})

describe('thereIn', () => {
  test('present and late were there, on leave was not', () => {
    expect(thereIn(table, 'am')).toEqual({ there: 2, of: 3 })
  })
  test('a lesson without any mark has not started', () => {
    expect(thereIn(table, 'pm')).toBeNull()
    expect(thereIn(undefined, 'am')).toBeNull()
  })
})
