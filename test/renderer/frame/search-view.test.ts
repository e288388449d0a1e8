import { describe, expect, test } from 'vitest'
import { pathOf } from '#renderer/frame/search-view'

describe('pathOf', () => {
  test('a teacher leads to the hours card, a session to its overview', () => {
    expect(pathOf({ kind: 'teacher', id: 't1' })).toBe('/hours/t1')
    expect(pathOf({ kind: 'session', id: 's1' })).toBe('/sessions/s1')
  })

  test('a unit and a project are marked in their tables', () => {
    expect(pathOf({ kind: 'unit', id: 'a b' })).toBe('/people?unit=a%20b')
    expect(pathOf({ kind: 'project', id: 'p1' })).toBe('/plan?project=p1')
  })
})
