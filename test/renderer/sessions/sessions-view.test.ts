import { describe, expect, test } from 'vitest'
import type { ListedSession, ShownSession } from '#shared/sessions/contract'
import {
  newestFirst,
  nextStep,
  proposedName,
  runOf,
  stepNote,
  stepPath,
  tabPath,
} from '#renderer/sessions/sessions-view'

function aSession(known: Partial<ListedSession> = {}): ListedSession {
  return {
    id: 's1',
    projectId: 'p3',
    projectNo: 3,
    projectName: '初中数学学科教师培养',
    year: 2024,
    name: '初中数学学科教师培养（第一期）',
    from: '2024-04-16',
    to: '2024-04-17',
    place: '报告厅',
    learners: 50,
    held: 0,
    lessons: 4,
    lessonsMarked: 4,
    registered: 50,
    ...known,
  }
}

function shown(known: Partial<ListedSession> = {}): ShownSession {
  return { ...aSession(known), lessonList: [], steps: [] }
}

describe('tabPath', () => {
  test('the overview is the session itself, every other tab stands below it', () => {
    expect(tabPath('s1', 'overview')).toBe('/sessions/s1')
    expect(tabPath('s1', 'roll-call')).toBe('/sessions/s1/roll-call')
  })
  test('an id cannot lead to another page', () => {
    expect(tabPath('a/b', 'hours')).toBe('/sessions/a%2Fb/hours')
  })
})

describe('stepPath', () => {
  test('a step leads to the screen that mends it', () => {
    expect(stepPath(shown(), 'plan')).toBe('/plan?year=2024')
    expect(stepPath(shown(), 'opening')).toBe('/sessions/s1/learners')
    expect(stepPath(shown(), 'presence')).toBe('/sessions/s1/roll-call')
  })
})

describe('stepNote', () => {
  test('the opening tells learners and held rows, the roll-call tells lessons', () => {
    const session = shown({ learners: 141, held: 9 })
    const opening = stepNote(session, { step: 'opening', state: 'now', missing: [] })
    expect(opening.key).toBe('sessions:note.opening')
    expect(opening.params).toMatchObject({ learners: 141, held: 9 })
  })
  test('a step of a later version says so, whatever it is', () => {
    const archive = stepNote(shown(), { step: 'archive', state: 'later-version', missing: [] })
    expect(archive.key).toBe('sessions:note.later')
  })
  test('a step without a figure of its own tells how much is missing', () => {
    const gap = { code: 'x', params: {} }
    const note = stepNote(shown(), { step: 'archive', state: 'missing', missing: [gap, gap] })
    expect(note).toMatchObject({ key: 'sessions:note.missing', params: { count: 2 } })
  })
})

describe('nextStep', () => {
  test.each([
    [{ learners: 0 }, 'import-roster', 'learners'],
    [{ held: 2 }, 'settle-held', 'learners'],
    [{ lessons: 0, lessonsMarked: 0 }, 'add-lessons', 'lessons'],
    [{ lessonsMarked: 3 }, 'call-roll', 'roll-call'],
    [{ registered: 0 }, 'register-hours', 'hours'],
    [{}, 'export-hours', 'hours'],
  ])('%j leads to %s', (known, step, tab) => {
    expect(nextStep(aSession(known))).toEqual({ step, tab })
  })
})

describe('newestFirst', () => {
  test('the newest stands first, and on one day the plan decides', () => {
    const sessions = [
      aSession({ id: 'old', from: '2024-03-01' }),
      aSession({ id: 'no-9', projectNo: 9 }),
      aSession({ id: 'no-2', projectNo: 2 }),
    ]
    expect(newestFirst(sessions).map(({ id }) => id)).toEqual(['no-2', 'no-9', 'old'])
  })
})

describe('proposedName', () => {
  test('the run is counted from the sessions that exist, in the numerals of the pattern', () => {
    const run = runOf({ sessions: [{ id: '', name: '', from: '', to: '', learners: 0 }] })
    expect(proposedName('[project]（第[run]期）', '初中数学', ['一', '二'], run)).toBe(
      '初中数学（第二期）',
    )
  })
  test('beyond the numerals figures stand', () => {
    expect(proposedName('[project] [run]', '初中数学', ['一'], 21)).toBe('初中数学 21')
  })
})
