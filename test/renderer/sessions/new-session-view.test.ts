import { describe, expect, test } from 'vitest'
import { hoursOf, mayCreate, missingIn } from '#renderer/sessions/new-session-view'

const form = {
  project: 3,
  name: '第一期',
  from: '2024-04-16',
  to: '2024-04-17',
  lessons: 'half-day',
  hours: '4',
} as const

describe('mayCreate', () => {
  test('project, name and both days are needed, in their order', () => {
    expect(mayCreate(form)).toBe(true)
    expect(mayCreate({ ...form, project: 0 })).toBe(false)
    expect(mayCreate({ ...form, name: '  ' })).toBe(false)
    expect(mayCreate({ ...form, from: '' })).toBe(false)
    expect(mayCreate({ ...form, to: '2024-04-15' })).toBe(false)
  })
  test('a session with lessons needs their hours, one without needs none', () => {
    expect(mayCreate({ ...form, hours: '' })).toBe(false)
    expect(mayCreate({ ...form, hours: '', lessons: 'none' })).toBe(true)
  })
})

describe('missingIn', () => {
  test('only what is really missing is named', () => {
    expect(missingIn({ ...form, to: '' })).toEqual(['to'])
    expect(missingIn({ ...form, project: 0, name: ' ' })).toEqual(['project', 'name'])
    expect(missingIn(form)).toEqual([])
  })
})

describe('hoursOf', () => {
  test.each([
    ['4', 4],
    ['３.５', 3.5],
    ['12', 12],
    ['0.75', 0.75],
  ])('%s is a number of hours', (typed, hours) => {
    expect(hoursOf(typed)).toBe(hours)
  })
  test.each(['', '0', '-1', '12.01', '1.234', 'x', '4h'])('%j is not', (typed) => {
    expect(hoursOf(typed)).toBeNull()
  })
})
