import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays } from '#shared/core/dates'
import { cycleOf, hoursCard, reversalOf, standingEntries } from '#shared/hours/card'
import { type HoursEntry, hoursEntrySchema } from '#shared/hours/model'
import { cycleSchema, defaultHoursRule } from '#shared/hours/rule-set'
import { anEntry, date } from './builders.ts'

const { cycle } = defaultHoursRule

function card(entries: readonly HoursEntry[], from = '2021-01-01', to = '2030-12-31') {
  return hoursCard({ entries, from: date(from), to: date(to), cycle })
}

describe('hoursCard', () => {
  test('lines are totalled by year, by kind and by cycle', () => {
    const entries = [
      anEntry({ id: 'b', hours: 4.5, to: date('2026-01-02'), year: 2026, categoryCode: '20' }),
      anEntry({ id: 'a', hours: 16 }),
      anEntry({ id: 'c', hours: 7.2, to: date('2025-12-31'), year: 2025 }),
    ]
    expect(card(entries)).toEqual({
      entries: [entries[1], entries[2], entries[0]],
      totals: {
        byYear: [
          { key: '2024', hours: 16 },
          { key: '2025', hours: 7.2 },
          { key: '2026', hours: 4.5 },
        ],
        byKind: [
          { key: '20', hours: 4.5 },
          { key: '40', hours: 23.2 },
        ],
        byCycle: [
          { key: '2021-01-01/2025-12-31', hours: 23.2 },
          { key: '2026-01-01/2030-12-31', hours: 4.5 },
        ],
        all: 27.7,
      },
    })
  })

  test('a training belongs to the period in which it ended', () => {
    const entry = anEntry({ from: date('2023-12-30'), to: date('2024-01-02') })
    expect(card([entry], '2023-01-01', '2023-12-31').entries).toEqual([])
    expect(card([entry], '2024-01-02', '2024-01-02').entries).toEqual([entry])
    expect(card([entry], '2024-01-03', '2024-12-31').entries).toEqual([])
  })

  test('a line that was reversed is shown and counts nothing', () => {
    const entry = anEntry()
    const reversal = reversalOf(entry, { id: 'r1', explanation: '登记错误' })
    const { entries, totals } = card([entry, reversal])
    expect(entries).toHaveLength(2)
    expect(totals).toEqual({ byYear: [], byKind: [], byCycle: [], all: 0 })
  })

  test('a line that two laptops reversed is not taken back twice', () => {
    const entry = anEntry()
    const other = anEntry({ id: 'h2', hours: 8 })
    const reversals = ['r1', 'r2'].map((id) => reversalOf(entry, { id, explanation: '' }))
    expect(card([entry, other, ...reversals]).totals.all).toBe(8)
  })

  test('hundredths add up without a remainder', () => {
    const entries = [anEntry({ id: 'a', hours: 0.03 }), anEntry({ id: 'b', hours: 1.1 })]
    expect(card(entries).totals.all).toBe(1.13)
  })

  test('every way of totalling gives the same sum, whatever was reversed', () => {
    const anyEntry = fc.record({
      hours: fc.integer({ min: 0, max: 12000 }).map((n) => n / 100),
      to: fc.integer({ min: 0, max: 3000 }).map((n) => addDays(date('2021-01-01'), n)),
      categoryCode: fc.constantFrom('20', '40', '60'),
      isReversed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), (made) => {
        const lines = made.map(({ isReversed, ...changes }, i) => ({
          isReversed,
          entry: anEntry({ ...changes, id: `h${i}`, year: Number(changes.to.slice(0, 4)) }),
        }))
        const reversals = lines
          .filter((line) => line.isReversed)
          .map(({ entry }) => reversalOf(entry, { id: `r-${entry.id}`, explanation: '' }))
        const { totals } = card([...reversals, ...lines.map((line) => line.entry)])
        const sum = (list: readonly { readonly hours: number }[]) =>
          Math.round(list.reduce((all, { hours }) => all + hours, 0) * 100) / 100
        const standing = lines.filter((line) => !line.isReversed).map((line) => line.entry)
        expect(totals.all).toBe(sum(standing))
        expect([sum(totals.byYear), sum(totals.byKind), sum(totals.byCycle)]).toEqual([
          totals.all,
          totals.all,
          totals.all,
        ])
      }),
    )
  })
})

describe('standingEntries', () => {
  test('a new line after a reversal stands', () => {
    const entry = anEntry()
    const corrected = anEntry({ id: 'h2', hours: 12 })
    const reversal = reversalOf(entry, { id: 'r1', explanation: '' })
    expect(standingEntries([entry, reversal, corrected])).toEqual([corrected])
  })
})

describe('reversalOf', () => {
  test('the reversal has the opposite hours and credits and names its line', () => {
    const reversal = reversalOf(anEntry({ credits: 2 }), { id: 'r1', explanation: '重复登记' })
    expect(reversal).toEqual({
      ...anEntry(),
      id: 'r1',
      hours: -16,
      credits: -2,
      explanation: '重复登记',
      reversalOf: 'h1',
    })
    expect(hoursEntrySchema.safeParse(reversal).success).toBe(true)
  })
})

describe('cycleOf', () => {
  test.each([
    ['2021-01-01', '2021-01-01', '2021-01-01/2025-12-31'],
    ['2025-12-31', '2021-01-01', '2021-01-01/2025-12-31'],
    ['2026-01-01', '2021-01-01', '2026-01-01/2030-12-31'],
    ['2020-12-31', '2021-01-01', '2016-01-01/2020-12-31'],
    ['2026-08-31', '2021-09-01', '2021-09-01/2026-08-31'],
    ['2026-09-01', '2021-09-01', '2026-09-01/2031-08-31'],
  ])('%s with cycles from %s lies in %s', (day, start, expected) => {
    expect(cycleOf(date(day), cycleSchema.parse({ start, years: 5 }))).toBe(expected)
  })

  test('a cycle cannot start on a day that most years do not have', () => {
    expect(cycleSchema.safeParse({ start: '2024-02-29', years: 5 }).success).toBe(false)
  })
})
