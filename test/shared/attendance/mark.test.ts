import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concludeAttendance, type AttendanceFacts } from '#shared/attendance/conclude'
import { factsForMark, marks, type Mark, type MarkFacts } from '#shared/attendance/mark'
import { attendanceStatuses, type PresenceKind } from '#shared/attendance/model'
import { defaultAttendanceRule as rule } from '#shared/attendance/rule-set'
import { anOverride, aLesson, at, events } from './builders.ts'

const nothing: AttendanceFacts = { events: [], overrides: [], leave: null }
const leave = { kind: '病假', approved: true }

function factsAfter(
  mark: Mark,
  facts: AttendanceFacts,
  time = '08:40',
): readonly [MarkFacts, string] {
  const event = (kind: PresenceKind) => ({
    ...{ id: 'new', lessonId: 'l1', teacherId: 't1', means: 'keyboard', annuls: '' },
    ...{ kind, at: at(time), order: 100 },
  })
  const wanted = factsForMark(mark, aLesson, facts, { rule, event })
  const after: AttendanceFacts = {
    events: wanted.event ? [...facts.events, event(wanted.event)] : facts.events,
    leave: wanted.leave ? { kind: 'roll-call', approved: true } : facts.leave,
    overrides:
      wanted.override === null
        ? facts.overrides
        : [...facts.overrides, anOverride(wanted.override, 100)],
  }
  return [wanted, concludeAttendance(aLesson, after, rule).status]
}

describe('factsForMark', () => {
  test('present writes that the roll-call found him, and nothing more', () => {
    expect(factsAfter('present', nothing)[0]).toEqual({
      ...{ event: 'roll-present', leave: false, override: null },
    })
  })

  test('absent writes that the roll-call did not find him', () => {
    expect(factsAfter('absent', nothing)[0]).toEqual({
      ...{ event: 'roll-absent', leave: false, override: null },
    })
  })

  test('leave is a leave and no fact of presence', () => {
    expect(factsAfter('leave', nothing)[0]).toEqual({ event: null, leave: true, override: null })
  })

  test('late cannot be seen from a roll-call: the clerk decides it', () => {
    expect(factsAfter('late', nothing)[0]).toMatchObject({
      event: 'roll-present',
      override: 'late',
    })
  })

  test('who signed in late and is marked late needs no decision', () => {
    const facts = { ...nothing, events: events('sign-in 08:35') }
    expect(factsAfter('late', facts)[0].override).toBe(null)
  })

  test('absent over an approved leave is a decision, since leave beats absence', () => {
    expect(factsAfter('absent', { ...nothing, leave })[0].override).toBe('absent')
  })

  test('an older decision that the facts no longer need is withdrawn', () => {
    const overrides = [anOverride('late' as const, 1, '')]
    expect(factsAfter('present', { ...nothing, overrides })[0].override).toBe('')
  })

  test('a decision that was withdrawn already is not withdrawn again', () => {
    const overrides = [anOverride('' as const, 2, ''), anOverride('late' as const, 1, '')]
    expect(factsAfter('present', { ...nothing, overrides })[0].override).toBe(null)
  })
})

const aTime = fc.constantFrom(
  '07:00',
  '08:20',
  '08:30',
  '08:35',
  '08:50',
  '10:00',
  '11:30',
  '12:00',
)
const someEvents = fc
  .array(fc.tuple(fc.constantFrom('sign-in', 'sign-out', 'roll-present', 'roll-absent'), aTime), {
    maxLength: 5,
  })
  .map((list) => events(...list.map(([kind, time]) => `${kind} ${time}`)))
const someFacts = fc.record({
  events: someEvents,
  overrides: fc
    .array(fc.constantFrom('' as const, ...attendanceStatuses), { maxLength: 3 })
    .map((list) => list.map((status, order) => anOverride(status, order))),
  leave: fc.constantFrom(null, leave, { kind: '事假', approved: false }),
})

test('whatever was known before, after a mark the conclusion is the mark', () => {
  fc.assert(
    fc.property(fc.constantFrom(...marks), someFacts, aTime, (mark, facts, time) => {
      expect(factsAfter(mark, facts, time)[1]).toBe(mark)
    }),
    { seed: 20241121, numRuns: 500 },
  )
})
