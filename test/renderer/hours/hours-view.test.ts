import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComputedHours } from '#shared/hours/contract'
import {
  countedApart,
  cutsByReason,
  differingIn,
  fiveYears,
  oddFirst,
  sumHours,
  toRegister,
  unfinishedOf,
  waitingForExport,
} from '#renderer/hours/hours-view'

function aRow(known: Partial<ComputedHours>): ComputedHours {
  return {
    teacherId: 't',
    name: '王新华',
    unit: '',
    hours: 16,
    credits: 0,
    planned: 16,
    cut: [],
    because: [],
    registered: 0,
    ...known,
  }
}

describe('cutsByReason', () => {
  test('cuts of one reason are one line', () => {
    const cut = [
      { reason: 'absent', hours: 4 },
      { reason: 'day-cap', hours: 0.1 },
      { reason: 'absent', hours: 4 },
      { reason: 'day-cap', hours: 0.2 },
    ]
    expect(cutsByReason(cut)).toEqual([
      { reason: 'absent', hours: 8 },
      { reason: 'day-cap', hours: 0.3 },
    ])
  })
})

describe('toRegister', () => {
  test('only those with hours and without an entry are written', () => {
    const rows = [
      aRow({ hours: 16 }),
      aRow({ hours: 12 }),
      aRow({ hours: 0 }),
      aRow({ hours: 16, registered: 16 }),
    ]
    expect(toRegister(rows)).toEqual({
      people: 2,
      hours: 28,
      registeredPeople: 1,
      registeredHours: 16,
      without: 1,
    })
  })
  test('who was registered with other hours is told, not written again', () => {
    const rows = [aRow({ hours: 12, registered: 16 }), aRow({ registered: 16 })]
    expect(toRegister(rows)).toMatchObject({ people: 0, registeredPeople: 2 })
    expect(differingIn(rows)).toEqual([rows[0]])
  })
  test('everyone is written, was written, or has nothing to write', () => {
    const row = fc.record({ hours: fc.nat(16), registered: fc.nat(16) }).map(aRow)
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { people, registeredPeople, without } = toRegister(rows)
        expect(people + registeredPeople + without).toBe(rows.length)
      }),
    )
  })
})

describe('oddFirst', () => {
  test('who differs from the ledger stands first, then who lost most, then the roster', () => {
    const rows = [
      aRow({ teacherId: 'a' }),
      aRow({ teacherId: 'b', hours: 8 }),
      aRow({ teacherId: 'c' }),
      aRow({ teacherId: 'd', hours: 12 }),
      aRow({ teacherId: 'e', registered: 12 }),
    ]
    expect(oddFirst(rows).map(({ teacherId }) => teacherId)).toEqual(['e', 'b', 'd', 'a', 'c'])
  })
})

describe('unfinishedOf', () => {
  const unexported = { code: 'not-exported', params: { count: 7 } }
  const steps = [
    { step: 'opening', state: 'now', missing: [{ code: 'rows-held', params: { count: 9 } }] },
    {
      step: 'presence',
      state: 'ahead',
      missing: [{ code: 'lessons-unmarked', params: { count: 2 } }],
    },
    { step: 'hours', state: 'ahead', missing: [unexported] },
  ] as const

  test('held rows and missing marks are unfinished, the hours themselves are not', () => {
    const open = steps.map((step) => ({ ...step, missing: [...step.missing] }))
    expect(unfinishedOf(open).map(({ code }) => code)).toEqual(['rows-held', 'lessons-unmarked'])
    expect(waitingForExport(open)).toBe(7)
    expect(waitingForExport([])).toBe(0)
  })
})

describe('countedApart', () => {
  test('every status either counts or does not', () => {
    expect(countedApart(['late', 'present'])).toEqual({
      counted: ['present', 'late'],
      not: ['left-early', 'leave', 'absent', 'unmarked'],
    })
  })
})

describe('sumHours', () => {
  test('two decimals stay two decimals', () => {
    expect(sumHours([{ hours: 0.1 }, { hours: 0.2 }])).toBe(0.3)
  })
})

describe('fiveYears', () => {
  test('a period of five calendar years ends with this one', () => {
    expect(fiveYears('2024-04-16')).toEqual({ from: '2020-01-01', to: '2024-12-31' })
  })
})
