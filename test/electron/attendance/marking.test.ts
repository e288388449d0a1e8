import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { marks, type Mark } from '#shared/attendance/mark'
import { aSession, enrol } from '#test/support/a-session'
import { aCore, type ACore, type Ask } from '#test/support/a-vault'
import { refused } from '#test/support/refused'

let core: ACore
let ask: Ask
let sessionId: string
let lessons: readonly { readonly id: string }[]
let people: readonly { readonly teacherId: string; readonly docNo: string }[]

beforeAll(async () => {
  core = await aCore('marking')
  ask = core.ask
  const session = await aSession(ask)
  sessionId = session.id
  lessons = session.lessons
  await enrol(ask, sessionId)
  people = (await ask.roster.list({ sessionId })).learners
})

/** Nobody has been marked by another test in the lesson of his number. */
const who = (i: number) => {
  const [lesson, person] = [lessons[0], people[i]]
  if (!lesson || !person) throw new Error(`nobody ${i}`)
  return { lessonId: lesson.id, teacherId: person.teacherId }
}

type Who = ReturnType<typeof who>

async function statusOf({ lessonId, teacherId }: Who): Promise<string> {
  const { rows } = await ask.attendance.table({ sessionId })
  return rows.find((row) => row.teacherId === teacherId)?.statuses[lessonId]?.status ?? 'nobody'
}

const mark = async (whom: Who, what: Mark): Promise<string> => {
  core.clock.advance(1)
  return (await ask.attendance.mark({ ...whom, mark: what })).actionId
}
const undo = (actionId: string) => {
  core.clock.advance(1)
  return ask.attendance.undo({ actionId })
}

describe('a mark and its undo', () => {
  test.each(marks)(
    '%s is concluded at once, and undo takes it back, twice without harm',
    async (m) => {
      const whom = who(marks.indexOf(m))
      const action = await mark(whom, m)
      expect(await statusOf(whom)).toBe(m)
      expect((await undo(action)).undone).toBeGreaterThan(0)
      expect(await statusOf(whom)).toBe('unmarked')
      expect(await undo(action)).toEqual({ undone: 0 })
      expect(await statusOf(whom)).toBe('unmarked')
    },
  )

  test.each(
    marks.flatMap((a) => marks.map((b, j) => [a, b, 4 + marks.indexOf(a) * 4 + j] as const)),
  )(
    '%s, then %s: undone one after the other, each status before comes back',
    async (first, second, i) => {
      const whom = who(i)
      const one = await mark(whom, first)
      const two = await mark(whom, second)
      expect(await statusOf(whom)).toBe(second)
      if (two !== '') await undo(two)
      expect(await statusOf(whom)).toBe(first)
      await undo(one)
      expect(await statusOf(whom)).toBe('unmarked')
    },
  )

  test('taking back the older of two marks leaves the newer one as it is', async () => {
    const whom = who(20)
    const older = await mark(whom, 'late')
    const newer = await mark(whom, 'late')
    await undo(older)
    expect(await statusOf(whom)).toBe('late')
    await undo(newer)
    expect(await statusOf(whom)).toBe('unmarked')
  })

  test('a mark over a sign-in is taken back to what the sign-in says', async () => {
    const whom = who(21)
    const at = '2024-04-16T08:40'
    await ask.presence.add({ sessionId, ...whom, kind: 'sign-in', at })
    expect(await statusOf(whom)).toBe('late')
    const action = await mark(whom, 'present')
    expect(await statusOf(whom)).toBe('present')
    await undo(action)
    expect(await statusOf(whom)).toBe('late')
  })

  test('any sequence of marks and undos of the last: as if only those that stand had been made', async () => {
    const steps = fc.array(fc.constantFrom<Mark | 'undo'>(...marks, 'undo', 'undo'), {
      maxLength: 8,
    })
    let i = 30
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const whom = {
          ...who(22 + (i % 8)),
          lessonId: lessons[1 + (Math.floor(i / 8) % 3)]?.id ?? '',
        }
        i += 1
        const stack: { readonly action: string; readonly before: string }[] = []
        for (const step of sequence) {
          const before = await statusOf(whom)
          if (step !== 'undo') {
            stack.push({ action: await mark(whom, step), before })
            expect(await statusOf(whom)).toBe(step)
            continue
          }
          const last = stack.pop()
          if (!last) continue
          if (last.action !== '') await undo(last.action)
          expect(await statusOf(whom)).toBe(last.before)
        }
        for (const { action } of stack.toReversed()) if (action !== '') await undo(action)
        expect(await statusOf(whom)).toBe('unmarked')
      }),
      { seed: 20241121, numRuns: 24 },
    )
  })

  test('an action that nobody made, or that was no mark, is refused', async () => {
    expect(await refused(undo('nobody-7'))).toBe('nothing-to-annul')
    const { db } = core.core.desk.vault() ?? {}
    const header = db?.prepare(
      "SELECT row_id FROM journal WHERE table_name = 'transaction' LIMIT 1",
    )
    expect(await refused(undo(String(header?.pluck().get())))).toBe('nothing-to-annul')
  })

  test('somebody who is not on the roster is not marked', async () => {
    const whom = { ...who(0), teacherId: 'nobody' }
    expect(await refused(ask.attendance.mark({ ...whom, mark: 'present' }))).toBe('not-enrolled')
  })
})

describe('the rest of a lesson', () => {
  test('everyone without a status is present in one action, those with one are left alone', async () => {
    const lessonId = lessons[3]?.id ?? ''
    const absent = { lessonId, teacherId: people[40]?.teacherId ?? '' }
    const late = { lessonId, teacherId: people[41]?.teacherId ?? '' }
    await mark(absent, 'absent')
    await ask.presence.add({ sessionId, ...late, kind: 'sign-in', at: '2024-04-17T14:31' })
    const { actionId, marked } = await ask.attendance.markRest({ lessonId })
    expect(marked).toBe(48)
    const { counts } = await ask.attendance.table({ sessionId })
    expect(counts[lessonId]).toMatchObject({ present: 48, late: 1, absent: 1, unmarked: 0 })
    expect(await undo(actionId)).toEqual({ undone: 48 })
    const after = await ask.attendance.table({ sessionId })
    expect(after.counts[lessonId]).toMatchObject({ present: 0, late: 1, absent: 1, unmarked: 48 })
    expect(await ask.attendance.markRest({ lessonId })).toMatchObject({ marked: 48 })
    expect(await ask.attendance.markRest({ lessonId })).toEqual({ actionId: '', marked: 0 })
  })
})

describe('a closed lesson', () => {
  test('takes no mark, no fact and no undo until it is opened again', async () => {
    const whom = { ...who(42), lessonId: lessons[2]?.id ?? '' }
    const action = await mark(whom, 'absent')
    await ask.sessions.closeLesson({ lessonId: whom.lessonId, closed: true })
    const asked = [
      () => ask.attendance.mark({ ...whom, mark: 'present' }),
      () => ask.attendance.markRest({ lessonId: whom.lessonId }),
      () => ask.presence.add({ sessionId, ...whom, kind: 'sign-in' }),
      () => undo(action),
    ]
    for (const again of asked) expect(await refused(again())).toBe('lesson-closed')
    expect(await statusOf(whom)).toBe('absent')
    await ask.sessions.closeLesson({ lessonId: whom.lessonId, closed: false })
    await undo(action)
    expect(await statusOf(whom)).toBe('unmarked')
  })

  test('all of this is in the journal, and what is concluded is what the facts say', async () => {
    expect(await ask.vault.verify()).toMatchObject({ ok: true, rows: { faults: [] } })
  })
})
