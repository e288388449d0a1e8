import { describe, expect, test } from 'vitest'
import { matchPeople, textKind } from '#renderer/attendance/roll-call-match'
import { aPerson } from '#test/renderer/attendance/people'

const people = [
  aPerson({ teacherId: 'liang', name: '梁宇轩', initials: ['lyx'], docTail: '4417' }),
  aPerson({ teacherId: 'wang', name: '王新华', initials: ['wxh'], docTail: '2417' }),
  aPerson({ teacherId: 'wang2', name: '王新', initials: ['wx'], docTail: '241X' }),
  aPerson({ teacherId: 'shan', name: '单晓红', initials: ['sxh', 'dxh'], docTail: '0086' }),
]

function found(text: string) {
  return matchPeople(people, text).map(({ teacherId }) => teacherId)
}

describe('textKind', () => {
  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['wxh', 'words'],
    ['王', 'words'],
    ['24', 'number'],
    ['241X', 'number'],
    ['２４１７', 'number'],
    ['x', 'words'],
  ])('%j is %s', (text, kind) => {
    expect(textKind(text)).toBe(kind)
  })
})

describe('matchPeople', () => {
  test('an empty box shows everyone in the order of the roster', () => {
    expect(found('')).toEqual(['liang', 'wang', 'wang2', 'shan'])
  })
  test('initials find the whole name before a longer one', () => {
    expect(found('wx')).toEqual(['wang2', 'wang'])
  })
  test('every reading of a surname finds its person', () => {
    expect(found('dxh')).toEqual(['shan'])
    expect(found('sxh')).toEqual(['shan'])
  })
  test('characters find the beginning before the middle', () => {
    expect(found('新')).toEqual(['wang', 'wang2'])
    expect(found('王新')).toEqual(['wang2', 'wang'])
  })
  test('what an input method shows while it composes is letters', () => {
    expect(found("w'x'h")).toEqual(['wang'])
  })
  test('equal matches stand in the order of the roster', () => {
    expect(found('w')).toEqual(['wang', 'wang2'])
  })
  test('up to four digits are the tail of the document number', () => {
    expect(found('2417')).toEqual(['wang'])
    expect(found('241x')).toEqual(['wang2'])
    expect(found('24')).toEqual(['wang', 'wang2'])
  })
  test('more digits are a whole document number, never another person with the same tail', () => {
    const scanned = '411003198001012417'
    expect(found(scanned)).toEqual([])
    const known = people.map((one) => (one.teacherId === 'wang' ? { ...one, docNo: scanned } : one))
    expect(matchPeople(known, scanned)).toHaveLength(1)
  })
})
