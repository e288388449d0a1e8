import fc from 'fast-check'
import { instantOf, toInstant, instantMs } from '#shared/core/dates'
import { type AttendanceRule, defaultAttendanceRule } from '#shared/attendance/rule-set'
import type { PresenceEvent } from '#shared/attendance/model'
import { aLesson } from './builders.ts'

const dawn = instantMs(instantOf(aLesson.date, aLesson.start)) - 2 * 3_600_000

/** A claimed time from two hours before the start to two hours after the end, in steps of 5 minutes. */
export const anyTime = fc
  .integer({ min: 0, max: 84 })
  .map((steps) => toInstant(dawn + steps * 5 * 60_000))

/** Events of one teacher in one lesson, annulments of earlier ones among them. */
export const anyEvents: fc.Arbitrary<readonly PresenceEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('sign-in', 'sign-out', 'roll-present', 'roll-absent', 'annul'),
      at: anyTime,
      target: fc.nat({ max: 6 }),
    }),
    { maxLength: 7 },
  )
  .map((made) =>
    made.map(({ kind, at, target }, index) => ({
      id: `e${index}`,
      lessonId: 'l1',
      teacherId: 't1',
      kind,
      at,
      means: 'keyboard',
      annuls: kind === 'annul' ? `e${target}` : '',
      order: index + 1,
    })),
  )

export const anyRule: fc.Arbitrary<AttendanceRule> = fc
  .record({
    opensMinutesBefore: fc.nat({ max: 120 }),
    lateAfterMinutes: fc.nat({ max: 10 }),
    absentAfterMinutes: fc.integer({ min: 10, max: 60 }),
    leftEarlyBeforeMinutes: fc.nat({ max: 30 }),
    missingSignOut: fc.constantFrom('ignored', 'listed'),
  })
  .map((changes) => ({ ...defaultAttendanceRule, ...changes }))
