import { describe, expect, test } from 'vitest'
import { tallyByUnit, tallyStatuses } from '#shared/attendance/tally'

const none = { present: 0, late: 0, 'left-early': 0, leave: 0, absent: 0, unmarked: 0 }

describe('tallyStatuses', () => {
  test('each status is counted', () => {
    expect(tallyStatuses(['present', 'late', 'present', 'left-early', 'leave', 'absent'])).toEqual({
      present: 2,
      late: 1,
      'left-early': 1,
      leave: 1,
      absent: 1,
      unmarked: 0,
    })
  })

  test('nobody is nobody', () => {
    expect(tallyStatuses([])).toEqual(none)
  })
})

describe('tallyByUnit', () => {
  test('each unit has its own counts, in the order of the list', () => {
    expect(
      tallyByUnit([
        { unit: '实验小学', status: 'present' },
        { unit: '第三中学', status: 'absent' },
        { unit: '实验小学', status: 'unmarked' },
      ]),
    ).toEqual([
      { unit: '实验小学', counts: { ...none, present: 1, unmarked: 1 } },
      { unit: '第三中学', counts: { ...none, absent: 1 } },
    ])
  })
})
