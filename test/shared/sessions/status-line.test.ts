import { describe, expect, test } from 'vitest'
import type { LocalDate } from '#shared/core/dates'
import { statusLine, type SessionFacts, type SessionStep } from '#shared/sessions/status-line'
import en from '#resources/locales/en/sessions.json' with { type: 'json' }
import zhCN from '#resources/locales/zh-CN/sessions.json' with { type: 'json' }

/** Two people, two lessons, everything done. */
const done: SessionFacts = {
  ...{ learners: 2, held: 0, lessons: 2, lessonsMarked: 2, lessonsPastUnmarked: 0 },
  ...{ unmarkedPeople: 0, registered: 2, unregistered: 0, unexported: 0 },
  to: '2024-04-17' as LocalDate,
  today: '2024-04-16' as LocalDate,
}

function step(name: SessionStep, facts: Partial<SessionFacts> = {}) {
  const found = statusLine({ ...done, ...facts }).find((state) => state.step === name)
  return [found?.state, ...(found?.missing ?? []).map(({ code, params }) => ({ code, ...params }))]
}

const fresh: Partial<SessionFacts> = {
  ...{ learners: 0, lessonsMarked: 0, registered: 0 },
}

describe('statusLine', () => {
  test('has all eight steps in the order of the work', () => {
    expect(statusLine(done).map((state) => state.step)).toEqual([
      ...['plan', 'opening', 'presence', 'assessment', 'bulletin', 'follow-up', 'hours', 'archive'],
    ])
  })

  test('a session with everything done has nothing to do; what is not built yet says so', () => {
    expect(statusLine(done).map((state) => state.state)).toEqual([
      ...['done', 'done', 'done', 'later-version', 'later-version', 'later-version', 'done'],
      'later-version',
    ])
  })

  test('a fresh session begins with its roster; the rest is ahead', () => {
    expect(step('opening', fresh)).toEqual(['now', { code: 'no-learners' }])
    expect(step('presence', fresh)).toEqual(['ahead', { code: 'lessons-unmarked', count: 2 }])
    expect(step('hours', fresh)).toEqual(['ahead', { code: 'no-hours-earned' }])
  })

  test('held rows keep the opening open', () => {
    expect(step('opening', { held: 9 })).toEqual(['now', { code: 'rows-held', count: 9 }])
  })

  test('a session without lessons cannot be called', () => {
    expect(step('presence', { lessons: 0, lessonsMarked: 0 })).toEqual([
      'now',
      { code: 'no-lessons' },
    ])
  })

  test('lessons without a roll-call and people without a mark are counted', () => {
    expect(step('presence', { lessonsMarked: 1, unmarkedPeople: 3 })).toEqual([
      'now',
      { code: 'lessons-unmarked', count: 1 },
      { code: 'people-unmarked', count: 3 },
    ])
    expect(step('presence', { lessonsMarked: 0, unmarkedPeople: 3 })).toEqual([
      'now',
      { code: 'lessons-unmarked', count: 2 },
    ])
  })

  test('hours are not done while somebody has earned some and none are registered', () => {
    expect(step('hours', { unregistered: 1 })).toEqual([
      'now',
      { code: 'not-registered', count: 1 },
    ])
    expect(step('hours', { registered: 0, unregistered: 2 })).toEqual([
      'now',
      { code: 'not-registered', count: 2 },
    ])
  })

  test('registered lines that are in no file yet are to be exported', () => {
    expect(step('hours', { unexported: 2 })).toEqual(['now', { code: 'not-exported', count: 2 }])
    expect(step('hours', { unregistered: 1, unexported: 2 })).toEqual([
      'now',
      { code: 'not-registered', count: 1 },
      { code: 'not-exported', count: 2 },
    ])
  })

  test('only one step is now; a later one is missing when its day is past', () => {
    const waiting = { held: 1, lessonsMarked: 1, unregistered: 1 }
    expect(step('presence', waiting)[0]).toBe('ahead')
    expect(step('presence', { ...waiting, lessonsPastUnmarked: 1 })[0]).toBe('missing')
    expect(step('hours', waiting)[0]).toBe('ahead')
    expect(step('hours', { ...waiting, today: '2024-04-17' as LocalDate })[0]).toBe('ahead')
    expect(step('hours', { ...waiting, today: '2024-04-18' as LocalDate })[0]).toBe('missing')
    expect(
      step('hours', { ...waiting, lessonsMarked: 0, today: '2024-04-18' as LocalDate })[0],
    ).toBe('ahead')
  })

  test('every gap has a sentence and something to do about it, in both languages', () => {
    const codes = [
      { ...fresh, held: 1, lessons: 0 },
      { lessonsMarked: 1, unmarkedPeople: 1, unregistered: 1, unexported: 1 },
      fresh,
    ].flatMap((facts) =>
      statusLine({ ...done, ...facts }).flatMap(({ missing }) => missing.map(({ code }) => code)),
    )
    const known = [...new Set(codes)].toSorted()
    for (const { missing, mend } of [en, zhCN]) {
      expect(Object.keys(missing).toSorted()).toEqual(known)
      expect(Object.keys(mend).toSorted()).toEqual(known)
    }
  })
})
