import { describe, expect, test } from 'vitest'
import type { ListedProject } from '#shared/plan/contract'
import type { ListedSession, ShownSession } from '#shared/sessions/contract'
import { lessonsToday, nextLesson, overdueOf, yearOf } from '#renderer/workbench/workbench-view'

type Lesson = ShownSession['lessonList'][number]

function aLesson(with_: Partial<Lesson> = {}): Lesson {
  return {
    id: 'l1',
    date: '2024-04-16',
    label: 'am',
    start: '08:30',
    end: '11:30',
    hours: 4,
    weekend: false,
    place: '',
    lecturer: '',
    topic: '',
    closed: false,
    ...with_,
  }
}

function aSession(with_: Partial<ListedSession> = {}): ListedSession {
  return {
    id: 's1',
    projectId: 'p3',
    projectNo: 3,
    projectName: '初中数学学科教师培养',
    year: 2024,
    name: '第一期',
    from: '2024-04-16',
    to: '2024-04-17',
    place: '报告厅',
    learners: 50,
    held: 0,
    lessons: 4,
    lessonsMarked: 0,
    registered: 0,
    ...with_,
  }
}

function aRunning(lessonList: Lesson[], with_: Partial<ListedSession> = {}): ShownSession {
  return { ...aSession(with_), lessonList, steps: [] }
}

const afternoon = aLesson({ id: 'l2', label: 'pm', start: '14:30', end: '17:30' })

describe('lessonsToday', () => {
  test('lessons of today come in the order of the clock, those of other days not', () => {
    const tomorrow = aLesson({ id: 'l3', date: '2024-04-17' })
    const found = lessonsToday([aRunning([afternoon, tomorrow, aLesson()])], '2024-04-16', '08:00')
    expect(found.map(({ lesson }) => lesson.id)).toEqual(['l1', 'l2'])
  })

  test('a lesson is ahead, runs and is over by the clock, and closed by a person', () => {
    const stateAt = (time: string, closed = false) =>
      lessonsToday([aRunning([aLesson({ closed })])], '2024-04-16', time)[0]?.state
    expect(['08:29', '08:30', '11:30', '11:31'].map((time) => stateAt(time))).toEqual([
      'ahead',
      'running',
      'running',
      'over',
    ])
    expect(stateAt('09:00', true)).toBe('closed')
  })
})

describe('nextLesson', () => {
  test('the primary button belongs to the first lesson that is not over', () => {
    const found = lessonsToday([aRunning([aLesson(), afternoon])], '2024-04-16', '12:00')
    expect(nextLesson(found)?.lesson.id).toBe('l2')
  })
})

describe('overdueOf', () => {
  const keys = (session: ListedSession, today: string, running: ShownSession[] = []) =>
    overdueOf([session], running, today).map(({ key, count }) => [key, count])

  test('rows that are held wait for a person, even before the session begins', () => {
    expect(keys(aSession({ held: 2 }), '2024-04-01')).toEqual([['held', 2]])
  })

  test('a session that began without a roster needs one', () => {
    const empty = aSession({ learners: 0 })
    expect(keys(empty, '2024-04-16', [aRunning([aLesson()], { learners: 0 })])).toEqual([
      ['roster', 1],
    ])
  })

  test('a session still to come needs no roster yet', () => {
    expect(keys(aSession({ learners: 0 }), '2024-04-15')).toEqual([])
  })

  test('past lessons without a mark are overdue, those of today not yet', () => {
    const running = aRunning([aLesson(), aLesson({ id: 'l3', date: '2024-04-17' })])
    expect(keys(aSession(), '2024-04-17', [running])).toEqual([['marks', 1]])
    expect(keys(aSession(), '2024-04-18')).toEqual([['marks', 4]])
  })

  test('hours that were earned are to be registered after the last day', () => {
    const over = aSession({ lessonsMarked: 4 })
    expect(keys(over, '2024-04-18')).toEqual([['hours', 1]])
    expect(keys({ ...over, registered: 50 }, '2024-04-18')).toEqual([])
  })
})

describe('yearOf', () => {
  const aProject = (no: number, months: number[]): ListedProject => ({
    id: `p${no}`,
    year: 2024,
    no,
    name: '培训',
    originalName: '培训',
    headcountText: '',
    headcount: null,
    headcountKind: 'unknown',
    modeText: '',
    modes: [],
    timeText: '',
    months,
    place: '',
    sessions: [],
  })

  test('each project stands in its months, the whole year and no month apart', () => {
    const whole = Array.from({ length: 12 }, (_, i) => i + 1)
    const view = yearOf([aProject(1, [4, 5]), aProject(2, whole), aProject(3, [])])
    expect(view.months.filter(({ projects }) => projects.length > 0).map((m) => m.month)).toEqual([
      4, 5,
    ])
    expect(view.wholeYear.map(({ no }) => no)).toEqual([2])
    expect(view.undated.map(({ no }) => no)).toEqual([3])
  })
})
