import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type LocalDate, type LocalTime, addDays, datesFromTo } from '#shared/core/dates'
import {
  defaultHalfDays,
  halfDayLessons,
  isWeekend,
  lessonMinutes,
  mostLessons,
} from '#shared/sessions/lessons'
import { lessonSchema, localDateSchema } from '#shared/sessions/model'

const date = (text: string) => localDateSchema.parse(text)

function order(from: string, to: string) {
  let made = 0
  return {
    sessionId: 's1',
    from: date(from),
    to: date(to),
    hours: 4,
    place: '一号楼报告厅',
    halfDays: defaultHalfDays,
    newId: () => `l${++made}`,
  }
}

function lessonsOf(from: string, to: string) {
  const laidOut = halfDayLessons(order(from, to))
  if (!laidOut.ok) throw new Error(laidOut.refusal.code)
  return laidOut.value
}

describe('halfDayLessons', () => {
  test('each day from the first to the last has a morning and an afternoon', () => {
    expect(
      lessonsOf('2024-04-15', '2024-04-16').map((l) => [l.id, l.date, l.label, l.start, l.end]),
    ).toEqual([
      ['l1', '2024-04-15', 'am', '08:30', '11:30'],
      ['l2', '2024-04-15', 'pm', '14:30', '17:30'],
      ['l3', '2024-04-16', 'am', '08:30', '11:30'],
      ['l4', '2024-04-16', 'pm', '14:30', '17:30'],
    ])
  })

  test('every lesson has the hours and the place of the order, and is open', () => {
    for (const lesson of lessonsOf('2024-04-15', '2024-04-15')) {
      expect(lesson).toMatchObject({ hours: 4, place: '一号楼报告厅', closed: false })
      expect(lessonSchema.safeParse(lesson).success).toBe(true)
    }
  })

  test('a weekend is marked and not left out', () => {
    expect(lessonsOf('2024-04-19', '2024-04-22').map((l) => [l.date, l.weekend])).toEqual([
      ['2024-04-19', false],
      ['2024-04-19', false],
      ['2024-04-20', true],
      ['2024-04-20', true],
      ['2024-04-21', true],
      ['2024-04-21', true],
      ['2024-04-22', false],
      ['2024-04-22', false],
    ])
  })

  test('a session that ends before it begins is refused', () => {
    expect(halfDayLessons(order('2024-04-16', '2024-04-15'))).toEqual({
      ok: false,
      refusal: { code: 'dates-reversed', params: { from: '2024-04-16', to: '2024-04-15' } },
    })
  })

  test('200 days are laid out, 201 are refused', () => {
    const from = date('2024-01-01')
    expect(lessonsOf(from, addDays(from, 199))).toHaveLength(mostLessons)
    expect(halfDayLessons(order(from, addDays(from, 200)))).toMatchObject({
      ok: false,
      refusal: { code: 'too-many-lessons', params: { most: 400 } },
    })
  })

  test('a session without half-days has no lessons', () => {
    expect(halfDayLessons({ ...order('2024-01-01', '2024-01-02'), halfDays: [] })).toEqual({
      ok: true,
      value: [],
    })
  })

  test('there are as many lessons as days times half-days, none of them twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 199 }), (s, n) => {
        const from = addDays('2010-01-01' as LocalDate, s)
        const lessons = lessonsOf(from, addDays(from, n))
        expect(lessons).toHaveLength(2 * datesFromTo(from, addDays(from, n)).length)
        expect(new Set(lessons.map((l) => `${l.date} ${l.label}`)).size).toBe(lessons.length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('isWeekend', () => {
  test.each([
    ['2024-04-19', false],
    ['2024-04-20', true],
    ['2024-04-21', true],
    ['2024-04-22', false],
  ])('%s is a weekend day: %s', (day, expected) => {
    expect(isWeekend(date(day))).toBe(expected)
  })
})

describe('lessonMinutes', () => {
  test('a half-day lasts 180 minutes', () => {
    const [start, end] = ['08:30', '11:30'] as LocalTime[]
    if (start === undefined || end === undefined) throw new Error('two times')
    expect(lessonMinutes({ date: date('2024-04-15'), start, end })).toBe(180)
  })
})
