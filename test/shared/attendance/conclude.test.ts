import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import {
  type AttendanceFacts,
  concludeAttendance,
  isOpenAt,
  liveEvents,
} from '#shared/attendance/conclude'
import type { AttendanceStatus } from '#shared/attendance/model'
import { type AttendanceRule, defaultAttendanceRule } from '#shared/attendance/rule-set'
import { anyEvents, anyRule, anyTime } from './arbitraries.ts'
import { anOverride, aLesson, at, events } from './builders.ts'

function conclude(facts: Partial<AttendanceFacts>, rule: Partial<AttendanceRule> = {}) {
  return concludeAttendance(
    aLesson,
    { events: [], overrides: [], leave: null, ...facts },
    { ...defaultAttendanceRule, ...rule },
  )
}

function concludeLines(...lines: readonly string[]) {
  return conclude({ events: events(...lines) })
}

const approved = { kind: 'sick', approved: true }

describe('concludeAttendance, the clock', () => {
  test.each<[string, string, AttendanceStatus]>([
    ['a sign-in at the opening is present', 'sign-in 07:30', 'present'],
    ['a sign-in at the start is present', 'sign-in 08:30', 'present'],
    ['a sign-in one second after the start is late', 'sign-in 08:30:01', 'late'],
    ['a sign-in one minute after the start is late', 'sign-in 08:31', 'late'],
    ['a sign-in 15 minutes after the start is late', 'sign-in 08:45', 'late'],
    ['a sign-in 16 minutes after the start is absent', 'sign-in 08:46', 'absent'],
    ['a sign-in after the end is absent', 'sign-in 12:00', 'absent'],
    ['who was only called from the list is present', 'roll-present 10:00', 'present'],
    ['a roll-call before the opening counts', 'roll-present 07:00', 'present'],
    ['who was missing at the roll-call is absent', 'roll-absent 08:40', 'absent'],
  ])('%s', (_, line, status) => {
    expect(concludeLines(line).status).toBe(status)
  })

  test('nothing known is unmarked', () => {
    expect(concludeLines()).toEqual({
      status: 'unmarked',
      differences: [],
      arrival: null,
      departure: null,
    })
  })

  test('a sign-in before the opening is kept, does not count, and is shown', () => {
    expect(concludeLines('sign-in 07:29')).toEqual({
      status: 'unmarked',
      differences: ['before-opening'],
      arrival: null,
      departure: null,
    })
  })

  test('a second sign-in after the opening counts, the first is still shown', () => {
    expect(concludeLines('sign-in 07:00', 'sign-in 08:20')).toMatchObject({
      status: 'present',
      differences: ['before-opening'],
      arrival: at('08:20'),
    })
  })

  test('of several sign-ins the earliest counts, in whatever order they came in', () => {
    expect(concludeLines('sign-in 08:50', 'sign-in 08:25')).toMatchObject({
      status: 'present',
      arrival: at('08:25'),
    })
  })

  test('a roll-call that found him in time makes a late sign-in on time', () => {
    expect(concludeLines('sign-in 08:50', 'roll-present 08:30')).toMatchObject({
      status: 'present',
      arrival: at('08:30'),
    })
  })

  test('too late is shown with the time of arrival', () => {
    expect(concludeLines('sign-in 08:50')).toMatchObject({
      status: 'absent',
      differences: ['too-late'],
      arrival: at('08:50'),
    })
  })
})

describe('concludeAttendance, leaving', () => {
  test('a missing sign-out changes nothing', () => {
    expect(concludeLines('sign-in 08:20')).toMatchObject({ status: 'present', differences: [] })
  })

  test('a sign-out at the end is no early leaving', () => {
    expect(concludeLines('sign-in 08:20', 'sign-out 11:30')).toMatchObject({
      status: 'present',
      departure: at('11:30'),
    })
  })

  test('a sign-out one minute before the end is leaving early', () => {
    expect(concludeLines('sign-in 08:20', 'sign-out 11:29').status).toBe('left-early')
  })

  test('of several sign-outs the last counts', () => {
    expect(concludeLines('sign-in 08:20', 'sign-out 11:30', 'sign-out 10:00').status).toBe(
      'present',
    )
  })

  test('who is seen again after his sign-out has not left', () => {
    expect(concludeLines('sign-in 08:20', 'sign-out 10:00', 'roll-present 10:30')).toMatchObject({
      status: 'present',
      departure: null,
    })
  })

  test('late and gone early is left-early, and the lateness is shown', () => {
    expect(concludeLines('sign-in 08:40', 'sign-out 11:00')).toMatchObject({
      status: 'left-early',
      differences: ['also-late'],
    })
  })

  test('who was called from the list and signs out before the end has left early', () => {
    expect(concludeLines('roll-present 08:40', 'sign-out 11:00')).toMatchObject({
      status: 'left-early',
      differences: [],
    })
  })

  test('a sign-out alone proves no presence and is shown', () => {
    expect(concludeLines('sign-out 11:30')).toMatchObject({
      status: 'unmarked',
      differences: ['sign-out-only'],
    })
  })
})

describe('concludeAttendance, roll-call against sign-in', () => {
  test('a later roll-absent beats a sign-in and is listed as a difference', () => {
    expect(concludeLines('sign-in 08:20', 'roll-absent 09:00')).toMatchObject({
      status: 'absent',
      differences: ['signed-but-not-there'],
    })
  })

  test('presence after a roll-absent beats it', () => {
    expect(concludeLines('roll-absent 08:30', 'sign-in 08:40').status).toBe('late')
    expect(concludeLines('sign-in 08:20', 'roll-absent 09:00', 'roll-present 09:30')).toMatchObject(
      {
        status: 'present',
        differences: [],
      },
    )
  })

  test('at the same claimed time the later entry of the journal decides', () => {
    expect(concludeLines('sign-in 08:30', 'roll-absent 08:30').status).toBe('absent')
    expect(concludeLines('roll-absent 08:30', 'sign-in 08:30').status).toBe('present')
  })

  test('the claimed time decides, not the order in which facts were written down', () => {
    expect(concludeLines('roll-absent 09:00', 'sign-in 08:20').status).toBe('absent')
  })
})

describe('concludeAttendance, annulment, leave and override', () => {
  test('an annulled event counts nothing', () => {
    expect(concludeLines('sign-in 08:20', 'annul e1').status).toBe('unmarked')
    expect(concludeLines('sign-in 08:20', 'roll-absent 09:00', 'annul e2').status).toBe('present')
  })

  test('approved leave beats silence and absence', () => {
    expect(conclude({ leave: approved }).status).toBe('leave')
    expect(conclude({ leave: approved, events: events('roll-absent 09:00') }).status).toBe('leave')
    expect(conclude({ leave: approved, events: events('sign-in 09:00') })).toMatchObject({
      status: 'leave',
      differences: ['too-late'],
    })
  })

  test('leave that nobody approved changes nothing', () => {
    const asked = { kind: 'sick', approved: false }
    expect(conclude({ leave: asked }).status).toBe('unmarked')
    expect(conclude({ leave: asked, events: events('sign-in 08:20') }).differences).toEqual([])
  })

  test('presence beats leave and the contradiction is shown', () => {
    expect(conclude({ leave: approved, events: events('sign-in 08:35') })).toMatchObject({
      status: 'late',
      differences: ['on-leave-but-present'],
    })
  })

  test('an override beats all, the last one the others', () => {
    const overrides = [anOverride('present', 9, '补签'), anOverride('absent', 4, '代签')]
    expect(
      conclude({ overrides, leave: approved, events: events('roll-absent 09:00') }).status,
    ).toBe('present')
  })

  test('an empty override withdraws the one before it', () => {
    const overrides = [anOverride('absent', 4, '代签'), anOverride('', 5, '')]
    expect(conclude({ overrides, events: events('sign-in 08:20') }).status).toBe('present')
  })

  test('an override that was taken back decides no more, and the one before it stands again', () => {
    const overrides = [
      anOverride('absent', 4),
      anOverride('late', 5),
      { ...anOverride('', 6), annuls: 'override-5' },
    ]
    expect(conclude({ overrides, events: events('sign-in 08:20') }).status).toBe('absent')
  })

  test('an override leaves the differences to be seen', () => {
    const overrides = [anOverride('present', 4, '在场')]
    expect(
      conclude({ overrides, events: events('sign-in 08:20', 'roll-absent 09:00') }),
    ).toMatchObject({ status: 'present', differences: ['signed-but-not-there'] })
  })
})

describe('concludeAttendance, the numbers are the rule’s', () => {
  test.each<[string, Partial<AttendanceRule>, string[], AttendanceStatus]>([
    ['a door that opens earlier', { opensMinutesBefore: 90 }, ['sign-in 07:00'], 'present'],
    ['ten minutes of grace', { lateAfterMinutes: 10 }, ['sign-in 08:40'], 'present'],
    ['half an hour until absent', { absentAfterMinutes: 30 }, ['sign-in 09:00'], 'late'],
    [
      'ten minutes before the end are no early leaving',
      { leftEarlyBeforeMinutes: 10 },
      ['sign-in 08:20', 'sign-out 11:20'],
      'present',
    ],
  ])('%s', (_, rule, lines, status) => {
    expect(conclude({ events: events(...lines) }).status).not.toBe(status)
    expect(conclude({ events: events(...lines) }, rule).status).toBe(status)
  })

  test('a missing sign-out is listed where the rule says so', () => {
    const rule = { missingSignOut: 'listed' } as const
    expect(conclude({ events: events('sign-in 08:35') }, rule)).toMatchObject({
      status: 'late',
      differences: ['no-sign-out'],
    })
    expect(
      conclude({ events: events('sign-in 08:20', 'sign-out 11:30') }, rule).differences,
    ).toEqual([])
  })
})

describe('concludeAttendance, its laws', () => {
  test('the order in which events are handed over does not matter', () => {
    fc.assert(
      fc.property(anyEvents, anyRule, fc.nat(), (list, rule, turn) => {
        const cut = list.length === 0 ? 0 : turn % list.length
        const turned = [...list.slice(cut), ...list.slice(0, cut)].toReversed()
        expect(conclude({ events: turned }, rule)).toEqual(conclude({ events: list }, rule))
      }),
    )
  })

  test('an event that is annulled is as if it had never been', () => {
    fc.assert(
      fc.property(anyEvents, anyRule, anyTime, (list, rule, time) => {
        const [signIn, roll] = events('sign-in 08:30', 'roll-absent 08:30')
        for (const event of [signIn, roll]) {
          if (!event) throw new Error('two events')
          const added = { ...event, id: 'new', at: time, order: 90 }
          const annul = { ...added, id: 'undo', kind: 'annul' as const, annuls: 'new', order: 91 }
          expect(conclude({ events: [...list, added, annul] }, rule)).toEqual(
            conclude({ events: list }, rule),
          )
        }
      }),
    )
  })

  test('a second sign-in never makes a status worse', () => {
    const rank = ['absent', 'late', 'present']
    fc.assert(
      fc.property(anyTime, anyTime, anyRule, (one, other, rule) => {
        const [event] = events('sign-in 08:30')
        if (!event) throw new Error('one event')
        fc.pre(isOpenAt(aLesson, one, rule) && isOpenAt(aLesson, other, rule))
        const alone = conclude({ events: [{ ...event, at: one }] }, rule)
        const both = conclude(
          {
            events: [
              { ...event, at: one },
              { ...event, id: 'e2', order: 2, at: other },
            ],
          },
          rule,
        )
        expect(rank.indexOf(both.status)).toBeGreaterThanOrEqual(rank.indexOf(alone.status))
      }),
    )
  })
})

describe('liveEvents', () => {
  test('the facts that still hold stand in the order of their claimed times', () => {
    const list = events('sign-in 08:50', 'sign-in 08:20', 'roll-absent 08:40', 'annul e3')
    expect(liveEvents(list).map((event) => event.id)).toEqual(['e2', 'e1'])
  })
})
