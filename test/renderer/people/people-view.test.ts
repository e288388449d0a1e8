import { describe, expect, test } from 'vitest'
import { unitsShown } from '#renderer/people/people-view'

const units = [
  { id: 'a', name: '尚集镇第一初级中学', confirmed: true, teachers: 3 },
  { id: 'b', name: '灵井镇第一初级中学', confirmed: true, teachers: 9 },
  { id: 'c', name: '灵井一中', confirmed: false, teachers: 1 },
]

describe('unitsShown', () => {
  test('units that wait for confirmation come first, then the largest', () => {
    expect(unitsShown(units, '').map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  test('a part of the name finds a unit, blanks or not', () => {
    expect(unitsShown(units, ' 灵 井').map(({ id }) => id)).toEqual(['c', 'b'])
  })
})
