/**
 * 考勤结论: from the facts of one teacher in one lesson to one status. Nothing is stored: the
 * conclusion is made anew from the facts, so two laptops with the same facts agree.
 *
 * Invariants: the order in which events are handed over does not matter; an annulled event is as
 * if it had never been; a claimed time decides, and the journal's order only between equal times.
 */
import { type Instant, instantOf, minutesBetween } from '#shared/core/dates'
import type { Lesson } from '#shared/sessions/model'
import type {
  AttendanceDifference,
  AttendanceStatus,
  Leave,
  Override,
  PresenceEvent,
  PresenceKind,
} from './model.ts'
import type { AttendanceRule } from './rule-set.ts'

export type LessonTimes = Pick<Lesson, 'date' | 'start' | 'end'>

/** Everything known about one teacher in one lesson. */
export interface AttendanceFacts {
  readonly events: readonly PresenceEvent[]
  readonly overrides: readonly Override[]
  readonly leave: Leave | null
}

export interface Conclusion {
  readonly status: AttendanceStatus
  /** In the order of the list in model.ts, each at most once. */
  readonly differences: readonly AttendanceDifference[]
  /** The earliest evidence that the teacher was there. */
  readonly arrival: Instant | null
  /** The last sign-out, unless the teacher was seen again after it. */
  readonly departure: Instant | null
}

/**
 * What a lesson's facts say of one teacher: the last override beats all, unless it withdraws; approved leave beats
 * absence and silence but not presence; a later roll-absent beats presence and presence after it
 * beats the roll-absent; a sign-in is early, late or too late by the rule's minutes; who was only
 * called from the list is present, since a roll-call does not say when he came.
 */
export function concludeAttendance(
  lesson: LessonTimes,
  facts: AttendanceFacts,
  rule: AttendanceRule,
): Conclusion {
  const concluded = withLeave(concludeEvents(lesson, facts.events, rule), facts.leave)
  const override = standingOverride(facts.overrides)
  return override && override.status !== '' ? { ...concluded, status: override.status } : concluded
}

/**
 * The override that decides: the newest that nobody took back, and none when that one withdraws or
 * there is none. An override that takes another back decides nothing itself.
 */
export function standingOverride(overrides: readonly Override[]): Override | null {
  const takenBack = new Set(overrides.map((override) => override.annuls))
  const newest = overrides
    .filter((override) => override.annuls === '' && !takenBack.has(override.id))
    .toSorted((a, b) => a.order - b.order)
    .at(-1)
  return newest && newest.status !== '' ? newest : null
}

/** The facts that still hold, by claimed time: neither annulments nor what they took back. */
export function liveEvents(events: readonly PresenceEvent[]): readonly PresenceEvent[] {
  const annulled = new Set(
    events.filter((event) => event.kind === 'annul').map((event) => event.annuls),
  )
  return events
    .filter((event) => event.kind !== 'annul' && !annulled.has(event.id))
    .toSorted(byClaim)
}

/** Is the sign-in claimed at or after the opening of its lesson, so that it counts? */
export function isOpenAt(lesson: LessonTimes, at: Instant, rule: AttendanceRule): boolean {
  return minutesBetween(at, instantOf(lesson.date, lesson.start)) <= rule.opensMinutesBefore
}

/** What the events of one lesson show, by claimed time. */
interface Evidence {
  readonly earlySignIns: readonly PresenceEvent[]
  readonly signIns: readonly PresenceEvent[]
  /** Sign-ins that count and roll-calls that found him. */
  readonly presence: readonly PresenceEvent[]
  readonly lastSignOut: PresenceEvent | undefined
  readonly lastRollAbsent: PresenceEvent | undefined
}

function readEvidence(
  lesson: LessonTimes,
  events: readonly PresenceEvent[],
  rule: AttendanceRule,
): Evidence {
  const live = liveEvents(events)
  const ofKind = (kind: PresenceKind) => live.filter((event) => event.kind === kind)
  const counts = (event: PresenceEvent) => isOpenAt(lesson, event.at, rule)
  const signIns = ofKind('sign-in').filter(counts)
  return {
    earlySignIns: ofKind('sign-in').filter((event) => !counts(event)),
    signIns,
    presence: [...signIns, ...ofKind('roll-present')].toSorted(byClaim),
    lastSignOut: ofKind('sign-out').at(-1),
    lastRollAbsent: ofKind('roll-absent').at(-1),
  }
}

function concludeEvents(
  lesson: LessonTimes,
  events: readonly PresenceEvent[],
  rule: AttendanceRule,
): Conclusion {
  const evidence = readEvidence(lesson, events, rule)
  const opening: readonly AttendanceDifference[] =
    evidence.earlySignIns.length > 0 ? ['before-opening'] : []
  const first = evidence.presence[0]
  const last = evidence.presence.at(-1)
  const departure = lastDeparture(evidence, last)
  if (!first || !last) {
    return {
      status: evidence.lastRollAbsent ? 'absent' : 'unmarked',
      differences: evidence.lastSignOut ? [...opening, 'sign-out-only'] : opening,
      arrival: null,
      departure,
    }
  }
  const { status, differences } =
    evidence.lastRollAbsent && byClaim(last, evidence.lastRollAbsent) < 0
      ? absentBecause('signed-but-not-there')
      : judgeTimes(lesson, { evidence, arrival: first.at, departure }, rule)
  return { status, differences: [...opening, ...differences], arrival: first.at, departure }
}

type Judgement = Pick<Conclusion, 'status' | 'differences'>

interface Stay {
  readonly evidence: Evidence
  readonly arrival: Instant
  readonly departure: Instant | null
}

function judgeTimes(lesson: LessonTimes, stay: Stay, rule: AttendanceRule): Judgement {
  const minutesLate =
    stay.evidence.signIns.length > 0
      ? minutesBetween(instantOf(lesson.date, lesson.start), stay.arrival)
      : -Infinity
  if (minutesLate > rule.absentAfterMinutes) return absentBecause('too-late')
  const isLate = minutesLate > rule.lateAfterMinutes
  if (hasLeftEarly(lesson, stay.departure, rule)) {
    return { status: 'left-early', differences: isLate ? ['also-late'] : [] }
  }
  const isSignOutMissed = rule.missingSignOut === 'listed' && stay.departure === null
  return {
    status: isLate ? 'late' : 'present',
    differences: isSignOutMissed ? ['no-sign-out'] : [],
  }
}

function hasLeftEarly(
  lesson: LessonTimes,
  departure: Instant | null,
  rule: AttendanceRule,
): boolean {
  return (
    departure !== null &&
    minutesBetween(departure, instantOf(lesson.date, lesson.end)) > rule.leftEarlyBeforeMinutes
  )
}

function absentBecause(difference: AttendanceDifference): Judgement {
  return { status: 'absent', differences: [difference] }
}

function lastDeparture(evidence: Evidence, last: PresenceEvent | undefined): Instant | null {
  const signOut = evidence.lastSignOut
  if (!signOut || (last && byClaim(signOut, last) < 0)) return null
  return signOut.at
}

function withLeave(concluded: Conclusion, leave: Leave | null): Conclusion {
  if (!leave?.approved) return concluded
  if (concluded.status === 'absent' || concluded.status === 'unmarked') {
    return { ...concluded, status: 'leave' }
  }
  return { ...concluded, differences: [...concluded.differences, 'on-leave-but-present'] }
}

/** By claimed time; instants sort as text, and the journal decides between equal ones. */
function byClaim(a: PresenceEvent, b: PresenceEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.order - b.order
}
