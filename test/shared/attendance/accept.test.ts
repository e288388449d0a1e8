import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type PresenceOrder, acceptPresence } from '#shared/attendance/accept'
import { concludeAttendance } from '#shared/attendance/conclude'
import type { PresenceKind } from '#shared/attendance/model'
import { defaultAttendanceRule } from '#shared/attendance/rule-set'
import { anyEvents, anyRule, anyTime } from './arbitraries.ts'
import { aLesson, at, events } from './builders.ts'

function accept(line: string, known: readonly string[] = [], order: Partial<PresenceOrder> = {}) {
  const [kind, time = '08:30'] = line.split(' ')
  return acceptPresence({
    lesson: aLesson,
    isEnrolled: true,
    events: events(...known),
    kind: kind as PresenceKind,
    at: at(time),
    rule: defaultAttendanceRule,
    ...order,
  })
}

const recorded = { ok: true, value: { result: 'recorded', annuls: '' } }
const already = (eventId: string) => ({ ok: true, value: { result: 'already', eventId } })

describe('acceptPresence, refusals', () => {
  test('a closed lesson takes no more facts', () => {
    expect(accept('sign-in', [], { lesson: { ...aLesson, closed: true } })).toMatchObject({
      refusal: { code: 'lesson-closed' },
    })
  })

  test('who is not on the roster cannot sign in', () => {
    expect(accept('sign-in', [], { isEnrolled: false })).toMatchObject({
      refusal: { code: 'not-enrolled' },
    })
  })

  test('where no fact holds there is nothing to annul', () => {
    const nothing = { refusal: { code: 'nothing-to-annul' } }
    expect(accept('annul')).toMatchObject(nothing)
    expect(accept('annul', ['sign-in 08:20', 'annul e1'])).toMatchObject(nothing)
  })
})

describe('acceptPresence, annul', () => {
  test('the newest fact that still holds is taken back, by the journal and not by the clock', () => {
    const known = ['sign-in 08:50', 'roll-present 08:40', 'sign-out 08:30', 'annul e3']
    expect(accept('annul', known)).toEqual({
      ok: true,
      value: { result: 'recorded', annuls: 'e2' },
    })
  })
})

describe('acceptPresence, the same again', () => {
  test.each([
    ['a first sign-in is recorded', 'sign-in 08:20', []],
    [
      'an earlier sign-in is recorded, since the earliest counts',
      'sign-in 08:20',
      ['sign-in 08:40'],
    ],
    [
      'an earlier sign-in is recorded beside a roll-call before it',
      'sign-in 08:30',
      ['sign-in 08:40', 'roll-present 08:20'],
    ],
    ['a sign-in after one before the opening is recorded', 'sign-in 08:20', ['sign-in 07:00']],
    ['a sign-in after an annulled one is recorded', 'sign-in 08:30', ['sign-in 08:20', 'annul e1']],
    [
      'a sign-in after a roll-absent is recorded',
      'sign-in 09:10',
      ['sign-in 08:20', 'roll-absent 09:00'],
    ],
    [
      'a sign-in after a sign-out is recorded',
      'sign-in 10:10',
      ['sign-in 08:20', 'sign-out 10:00'],
    ],
    ['a sign-in beside a roll-call is recorded', 'sign-in 08:40', ['roll-present 08:30']],
    [
      'a later sign-out is recorded, since the last counts',
      'sign-out 11:30',
      ['sign-in 08:20', 'sign-out 11:00'],
    ],
    [
      'a sign-in at the minute of a roll-absent is recorded, since it came after',
      'sign-in 08:30',
      ['sign-in 08:20', 'roll-absent 08:30'],
    ],
    [
      'a later sign-out is recorded even if he was seen again after it',
      'sign-out 10:20',
      ['sign-in 08:20', 'sign-out 10:00', 'roll-present 10:30'],
    ],
    ['a roll-call beside a sign-in is recorded', 'roll-present 08:40', ['sign-in 08:20']],
    [
      'a roll-absent after presence is recorded',
      'roll-absent 10:00',
      ['roll-absent 08:30', 'sign-in 08:40'],
    ],
    [
      'a roll-present after a roll-absent is recorded',
      'roll-present 10:00',
      ['roll-present 08:30', 'roll-absent 09:00'],
    ],
    [
      'another finding than the last roll-call’s is recorded',
      'roll-absent 08:00',
      ['roll-absent 07:50', 'roll-present 09:00'],
    ],
  ])('%s', (_, line, known) => {
    expect(accept(line, known)).toEqual(recorded)
  })

  test.each([
    ['a sign-in at the same time', 'sign-in 08:20', ['sign-in 08:20'], 'e1'],
    ['a later sign-in', 'sign-in 08:40', ['sign-in 08:30', 'sign-in 08:20'], 'e2'],
    [
      'a later sign-in names the one that counts',
      'sign-in 08:40',
      ['sign-in 07:00', 'sign-in 08:20'],
      'e2',
    ],
    ['a second sign-in before the opening', 'sign-in 07:10', ['sign-in 07:00'], 'e1'],
    ['an earlier sign-out', 'sign-out 11:00', ['sign-in 08:20', 'sign-out 11:30'], 'e2'],
    ['a second roll-present', 'roll-present 09:30', ['roll-present 09:00'], 'e1'],
    [
      'a second roll-absent without presence between',
      'roll-absent 09:30',
      ['roll-absent 09:00'],
      'e1',
    ],
    [
      'a roll-present after roll-absent and sign-in and roll-present',
      'roll-present 10:00',
      ['roll-absent 08:00', 'sign-in 08:20', 'roll-present 09:00'],
      'e3',
    ],
  ])('%s says the same again', (_, line, known, eventId) => {
    expect(accept(line, known)).toEqual(already(eventId))
  })

  test('what is already said changes no conclusion', () => {
    let seen = 0
    const kinds = fc.constantFrom<PresenceKind>(
      'sign-in',
      'sign-out',
      'roll-present',
      'roll-absent',
    )
    fc.assert(
      fc.property(anyEvents, anyRule, anyTime, kinds, (known, rule, time, kind) => {
        const order = { lesson: aLesson, isEnrolled: true, events: known, kind, at: time, rule }
        const accepted = acceptPresence(order)
        if (!accepted.ok || accepted.value.result !== 'already') return
        seen += 1
        const { eventId } = accepted.value
        expect(known.find((event) => event.id === eventId)?.kind).toBe(kind)
        const [event] = events('sign-in 08:30')
        if (!event) throw new Error('one event')
        const added = { ...event, id: 'new', kind, at: time, order: 99 }
        for (const leave of [null, { kind: 'sick', approved: true }]) {
          const facts = { events: known, overrides: [], leave }
          expect(
            concludeAttendance(aLesson, { ...facts, events: [...known, added] }, rule),
          ).toEqual(concludeAttendance(aLesson, facts, rule))
        }
      }),
      { numRuns: 1000, seed: 20240415 },
    )
    expect(seen).toBeGreaterThan(50)
  })
})
