import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type AttendanceStatus, attendanceStatuses } from '#shared/attendance/model'
import { type ScheduledLesson, computeHours } from '#shared/hours/compute'
import { computedHoursSchema } from '#shared/hours/model'
import { type HoursRule, defaultHoursRule, roundHours } from '#shared/hours/rule-set'
import { lessons } from './builders.ts'

const twoDays = lessons('1', '1 14:30 17:30', '2', '2 14:30 17:30')

function compute(
  scheduled: readonly ScheduledLesson[],
  statuses: readonly AttendanceStatus[],
  rule: Partial<HoursRule> = {},
) {
  const statusByLesson = Object.fromEntries(statuses.map((status, i) => [`l${i + 1}`, status]))
  return computeHours({
    lessons: scheduled,
    statusByLesson,
    rule: { ...defaultHoursRule, ...rule },
  })
}

describe('computeHours', () => {
  test('two full days of four half-days earn 16 hours', () => {
    expect(compute(twoDays, ['present', 'present', 'present', 'present'])).toMatchObject({
      hours: 16,
      planned: 16,
      cut: [],
    })
  })

  test('late and left-early count, the other statuses are cut with their reason', () => {
    expect(compute(twoDays, ['late', 'left-early', 'absent', 'leave'])).toMatchObject({
      hours: 8,
      planned: 16,
      cut: [
        { reason: 'absent', date: '2024-04-16', hours: 4 },
        { reason: 'leave', date: '2024-04-16', hours: 4 },
      ],
    })
  })

  test('a lesson without a status is unmarked; the same reason on one day is one line', () => {
    expect(compute(twoDays, ['present', 'present']).cut).toEqual([
      { reason: 'unmarked', date: '2024-04-16', hours: 8 },
    ])
  })

  test('a status that the rule does not count is cut', () => {
    const rule = { countedStatuses: ['present'] } as const
    expect(compute(lessons('1', '2'), ['late', 'left-early'], rule).cut).toEqual([
      { reason: 'not-counted', date: '2024-04-15', hours: 4 },
      { reason: 'not-counted', date: '2024-04-16', hours: 4 },
    ])
  })

  test('a lesson of 44 minutes earns nothing, one of 45 its hour', () => {
    expect(
      compute(lessons('1 08:30 09:14 1', '2 08:30 09:15 1'), ['present', 'present']),
    ).toMatchObject({
      hours: 1,
      cut: [{ reason: 'shorter-than-one-hour', date: '2024-04-15', hours: 1 }],
    })
  })

  test('a half-day of 180 minutes has room for four hours and not for five', () => {
    expect(compute(lessons('1 08:30 11:30 5'), ['present'])).toMatchObject({
      hours: 4,
      cut: [{ reason: 'longer-than-the-lesson', hours: 1 }],
    })
  })

  test('a lesson of 100 minutes has room for 2.22 hours', () => {
    expect(compute(lessons('1 08:30 10:10 3'), ['present'])).toMatchObject({
      hours: 2.22,
      cut: [{ reason: 'longer-than-the-lesson', hours: 0.78 }],
    })
  })

  test('a day earns at most eight hours, and the later lesson loses', () => {
    const day = lessons('1 19:00 21:15 3', '1 14:30 17:30', '1 08:30 11:30')
    const computed = compute(day, ['present', 'present', 'present'])
    expect(computed).toMatchObject({
      hours: 8,
      planned: 11,
      cut: [{ reason: 'day-cap', date: '2024-04-15', hours: 3 }],
    })
    expect(computed.because.map((line) => [line.lessonId, line.counted])).toEqual([
      ['l3', 4],
      ['l2', 4],
      ['l1', 0],
    ])
  })

  test('what was cut for another reason leaves room under the cap', () => {
    const day = lessons('1 08:30 11:30', '1 14:30 17:30', '1 19:00 22:00')
    expect(compute(day, ['absent', 'present', 'present'])).toMatchObject({
      hours: 8,
      cut: [{ reason: 'absent', hours: 4 }],
    })
  })

  test('each lesson says what it was worth and what was counted', () => {
    expect(compute(lessons('1', '1 14:30 17:30'), ['late', 'absent']).because).toEqual([
      { lessonId: 'l1', date: '2024-04-15', label: 'am', status: 'late', hours: 4, counted: 4 },
      { lessonId: 'l2', date: '2024-04-15', label: 'pm', status: 'absent', hours: 4, counted: 0 },
    ])
  })

  test('credits follow the rule, and the shipped rule gives none', () => {
    expect(compute(twoDays, ['present']).credits).toBe(0)
    expect(compute(twoDays, ['present', 'present'], { hoursPerCredit: 6 }).credits).toBe(1.33)
  })

  test('another rule’s minutes and cap hold', () => {
    const rule = { minutesPerHour: 60, maxPerDay: 6 }
    expect(
      compute(
        lessons('1', '1 14:30 17:30', '1 19:00 21:00 2'),
        ['present', 'present', 'present'],
        rule,
      ),
    ).toMatchObject({
      hours: 6,
      cut: [
        { reason: 'longer-than-the-lesson', hours: 2 },
        { reason: 'day-cap', hours: 2 },
      ],
    })
  })

  test('a session without lessons earns nothing by itself', () => {
    expect(compute([], [])).toEqual({ hours: 0, credits: 0, planned: 0, cut: [], because: [] })
  })
})

describe('computeHours, its laws', () => {
  const anyLesson = fc
    .record({
      day: fc.integer({ min: 1, max: 5 }),
      start: fc.constantFrom('08:30', '10:00', '14:30', '19:00'),
      end: fc.constantFrom('19:30', '20:00', '21:15'),
      hours: fc.integer({ min: 0, max: 1200 }),
    })
    .map(({ day, start, end, hours }) => `${day} ${start} ${end} ${hours / 100}`)
  const anyCase = fc.record({
    lines: fc.array(anyLesson, { maxLength: 12 }),
    statuses: fc.array(fc.constantFrom(...attendanceStatuses), { maxLength: 12 }),
    rule: fc.record({
      minutesPerHour: fc.integer({ min: 30, max: 90 }),
      maxPerDay: fc.integer({ min: 0, max: 1000 }).map((n) => n / 100),
      hoursPerCredit: fc.option(fc.integer({ min: 1, max: 10 })),
    }),
  })
  const hundredths = (hours: number) => Math.round(hours * 100)
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + hundredths(b), 0)

  test('hours and what was cut are exactly what was planned', () => {
    fc.assert(
      fc.property(anyCase, ({ lines, statuses, rule }) => {
        const scheduled = lessons(...lines)
        const computed = compute(scheduled, statuses, rule)
        expect(hundredths(computed.hours) + sum(computed.cut.map((c) => c.hours))).toBe(
          hundredths(computed.planned),
        )
        expect(hundredths(computed.planned)).toBe(sum(scheduled.map((l) => l.hours)))
        expect(computed.hours).toBe(sum(computed.because.map((b) => b.counted)) / 100)
        expect(computed.cut.every((c) => c.hours > 0)).toBe(true)
        expect(computedHoursSchema.safeParse(computed).success).toBe(true)
      }),
    )
  })

  test('no day earns more than its cap, and nothing is earned twice', () => {
    fc.assert(
      fc.property(anyCase, ({ lines, statuses, rule }) => {
        const { because } = compute(lessons(...lines), statuses, rule)
        for (const day of new Set(because.map((b) => b.date))) {
          const counted = because.filter((b) => b.date === day).map((b) => b.counted)
          expect(sum(counted)).toBeLessThanOrEqual(hundredths(rule.maxPerDay))
        }
        expect(because.every((b) => b.counted >= 0 && b.counted <= b.hours)).toBe(true)
      }),
    )
  })

  test('the order of the lessons does not matter', () => {
    fc.assert(
      fc.property(anyCase, ({ lines, statuses, rule }) => {
        const scheduled = lessons(...lines)
        expect(compute(scheduled.toReversed(), statuses, rule)).toEqual(
          compute(scheduled, statuses, rule),
        )
      }),
    )
  })
})

describe('roundHours', () => {
  test.each([
    ['down', 7.99, 7],
    ['down', 8, 8],
    ['nearest', 7.49, 7],
    ['nearest', 7.5, 8],
    ['up', 7.01, 8],
  ] as const)('%s makes %s hours %s', (rounding, hours, whole) => {
    expect(roundHours(hours, rounding)).toBe(whole)
  })
})
