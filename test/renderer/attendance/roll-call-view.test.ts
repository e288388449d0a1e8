import { describe, expect, test } from 'vitest'
import type { AttendanceStatus } from '#shared/attendance/model'
import {
  type Overlay,
  columnsIn,
  lessonToCall,
  nextUnmarked,
  peopleOf,
  pendingOf,
  schoolDay,
  statusesOf,
  unitProgress,
} from '#renderer/attendance/roll-call-view'
import { aLesson, aPerson, aRow } from '#test/renderer/attendance/people'

const rows = [
  aRow({ teacherId: 'a', statuses: { am: 'present' } }),
  aRow({ teacherId: 'b', statuses: { am: 'late' } }),
  aRow({ teacherId: 'c', statuses: {} }),
]

type Mark = readonly [string, AttendanceStatus]

function overlay(key: number, lessonId: string, mark: Mark, stored = true): Overlay {
  return { key, lessonId, statuses: new Map([mark]), stored }
}

describe('pendingOf', () => {
  const overlays = [
    overlay(1, 'am', ['c', 'present'], false),
    overlay(2, 'pm', ['b', 'present'], false),
    overlay(3, 'am', ['b', 'absent']),
  ]
  test('a mark that the core has not answered is pending and is no status', () => {
    expect([...pendingOf(overlays, 'am')]).toEqual([['c', 'present']])
    expect(statusesOf(rows, 'am', overlays).get('c')).toBe('unmarked')
  })
  test('answered, it is a status and pending no more', () => {
    const answered = [overlay(1, 'am', ['c', 'present'])]
    expect(pendingOf(answered, 'am').size).toBe(0)
    expect(statusesOf(rows, 'am', answered).get('c')).toBe('present')
  })
})

describe('statusesOf', () => {
  test('who has no mark in the lesson is unmarked', () => {
    expect([...statusesOf(rows, 'am', [])]).toEqual([
      ['a', 'present'],
      ['b', 'late'],
      ['c', 'unmarked'],
    ])
  })
  test('a mark made here shows at once, and the later of two wins', () => {
    const overlays = [overlay(1, 'am', ['c', 'present']), overlay(2, 'am', ['c', 'absent'])]
    expect(statusesOf(rows, 'am', overlays).get('c')).toBe('absent')
  })
  test('a mark of another lesson, or of someone taken off the roster, changes nothing', () => {
    const overlays = [overlay(1, 'pm', ['c', 'present']), overlay(2, 'am', ['gone', 'present'])]
    expect(statusesOf(rows, 'am', overlays)).toEqual(statusesOf(rows, 'am', []))
  })
})

describe('peopleOf', () => {
  test('a whole number is known only when the roster gave it', () => {
    const people = peopleOf(rows, new Map([['a', '411003198001012417']]))
    expect(people.map(({ docNo }) => docNo)).toEqual(['411003198001012417', '', ''])
  })
})

describe('nextUnmarked', () => {
  const people = ['a', 'b', 'c', 'd'].map((teacherId) => aPerson({ teacherId }))
  const statuses = new Map([
    ['a', 'unmarked' as const],
    ['b', 'present' as const],
    ['c', 'unmarked' as const],
    ['d', 'leave' as const],
  ])

  test('the next is the first after the one just marked', () => {
    expect(nextUnmarked(people, statuses, 'b')).toBe('c')
  })
  test('after the last the list begins again', () => {
    expect(nextUnmarked(people, statuses, 'd')).toBe('a')
  })
  test('the one being marked is never next', () => {
    expect(nextUnmarked(people, new Map([['a', 'unmarked']]), 'a')).toBe('')
  })
})

describe('unitProgress', () => {
  test('who came late or left early was there; who is on leave was not', () => {
    const people = ['a', 'b', 'c', 'd'].map((teacherId) => aPerson({ teacherId, unit: '灵井镇' }))
    const statuses = new Map([
      ['a', 'late' as const],
      ['b', 'left-early' as const],
      ['c', 'leave' as const],
      ['d', 'present' as const],
    ])
    expect(unitProgress(people, statuses)).toEqual([{ unit: '灵井镇', there: 3, of: 4 }])
  })
})

describe('lessonToCall', () => {
  const lessons = [
    aLesson({ id: 'am', date: '2024-04-16' }),
    aLesson({ id: 'pm', date: '2024-04-16' }),
    aLesson({ id: 'next', date: '2024-04-17' }),
  ]
  const nobody = { present: 0, late: 0, 'left-early': 0, leave: 0, absent: 0, unmarked: 0 }
  const waiting = { ...nobody, unmarked: 3 }

  function chosen(counts: Parameters<typeof lessonToCall>[0]['counts'], today = '2024-04-16') {
    return lessonToCall({ lessons, counts }, today)?.id
  }

  test("today's first lesson with people to mark", () => {
    expect(chosen({ am: waiting, pm: waiting, next: waiting })).toBe('am')
    expect(chosen({ am: nobody, pm: waiting, next: waiting })).toBe('pm')
    expect(chosen({ am: waiting, pm: waiting, next: waiting }, '2024-04-17')).toBe('next')
  })
  test('on another day the first with people to mark', () => {
    expect(chosen({ am: nobody, pm: waiting, next: waiting }, '2024-05-01')).toBe('pm')
  })
  test('a closed lesson only when all are closed, and then the last', () => {
    const closed = lessons.map((lesson) => ({ ...lesson, closed: true }))
    expect(lessonToCall({ lessons: closed, counts: {} }, '2024-04-16')?.id).toBe('next')
  })
  test('a session without lessons has none', () => {
    expect(lessonToCall({ lessons: [], counts: {} }, '2024-04-16')).toBeUndefined()
  })
})

describe('schoolDay', () => {
  test('half past midnight in China is already the next day', () => {
    expect(schoolDay(Date.parse('2024-04-15T16:30:00Z'))).toBe('2024-04-16')
  })
})

describe('columnsIn', () => {
  test('a narrow frame has one column, and so has an unmeasured one', () => {
    expect([columnsIn(0), columnsIn(300), columnsIn(840)]).toEqual([1, 1, 3])
  })
})
