import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  datesFromTo,
  instantMs,
  parseInstant,
  parseLocalDate,
  toInstant,
  weekday,
  type LocalDate,
} from '#shared/core/dates'

describe('parseInstant', () => {
  test.each([
    ['2024-04-16T08:20', '2024-04-16T08:20:00.000+08:00'],
    ['2024-04-16 08:20:30', '2024-04-16T08:20:30.000+08:00'],
    ['2024-04-16T00:20Z', '2024-04-16T08:20:00.000+08:00'],
    ['2024-04-16T09:20+09:00', '2024-04-16T08:20:00.000+08:00'],
  ])('%s is %s in China', (text, at) => {
    expect(parseInstant(text)).toBe(at)
  })

  test.each([
    '2024-02-30T08:20',
    '2024-04-31T08:20',
    '2024-04-16T24:00',
    '2024-04-16T08:60',
    '0001-01-01T08:00',
    '9999-12-31T23:59:59-12:00',
    '2024-04-16',
    '16/04/2024 08:20',
    '',
  ])('%s is no time that a lesson can have', (text) => {
    expect(parseInstant(text)).toBe(null)
  })

  test('instants sort as text as they follow each other', () => {
    const ms = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2150, 0) })
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        expect(toInstant(a) < toInstant(b)).toBe(a < b)
        expect(instantMs(toInstant(a))).toBe(a)
        expect(parseInstant(toInstant(a))).toBe(toInstant(a))
      }),
    )
  })
})

describe('parseLocalDate', () => {
  test('takes the days of the calendar and no others', () => {
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29')
    expect(['2023-02-29', '2024-13-01', '2024-4-1', 'x'].map(parseLocalDate)).toEqual([
      ...[null, null, null, null],
    ])
  })
})

describe('datesFromTo', () => {
  test('counts every day, both included, over months and leap days', () => {
    const days = datesFromTo('2024-02-28' as LocalDate, '2024-03-01' as LocalDate)
    expect(days).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect(datesFromTo('2024-03-01' as LocalDate, '2024-02-28' as LocalDate)).toEqual([])
    expect(addDays('2024-12-31' as LocalDate, 1)).toBe('2025-01-01')
    expect([weekday('2024-04-15' as LocalDate), weekday('2024-04-21' as LocalDate)]).toEqual([1, 7])
  })
})
