import type { Instant } from '#shared/core/dates'
import { type Result, ok, refuse } from '#shared/core/result'
import { type LessonTimes, concludeAttendance, isOpenAt, liveEvents } from './conclude.ts'
import type { PresenceEvent, PresenceKind } from './model.ts'
import type { AttendanceRule } from './rule-set.ts'

export interface PresenceOrder {
  readonly lesson: LessonTimes & { readonly closed: boolean }
  readonly isEnrolled: boolean
  /** Every event of this teacher in this lesson, annulled ones too. */
  readonly events: readonly PresenceEvent[]
  readonly kind: PresenceKind
  readonly at: Instant
  readonly rule: AttendanceRule
}

export type Acceptance =
  | {
      readonly result: 'recorded'
      /** The event that an annulment takes back, '' for every other kind. */
      readonly annuls: string
    }
  | { readonly result: 'already'; readonly eventId: string }

/**
 * Whether a fact of presence is written down. `already` names the fact that says the same, when
 * the new one would change no conclusion: he has signed in as early, signed out as late, or the
 * last roll-call found the same. An annulment takes back the newest fact that still holds.
 * Refuses `lesson-closed`, `not-enrolled` and `nothing-to-annul`.
 */
export function acceptPresence(order: PresenceOrder): Result<Acceptance> {
  if (order.lesson.closed) return refuse('lesson-closed')
  if (!order.isEnrolled) return refuse('not-enrolled')
  if (order.kind === 'annul') {
    const newest = liveEvents(order.events)
      .toSorted((a, b) => a.order - b.order)
      .at(-1)
    return newest ? recorded(newest.id) : refuse('nothing-to-annul')
  }
  const same = factThatSaysTheSame(order, order.kind)
  return same && changesNothing(order) ? ok({ result: 'already', eventId: same.id }) : recorded('')
}

function recorded(annuls: string): Result<Acceptance> {
  return ok({ result: 'recorded', annuls })
}

function factThatSaysTheSame(
  { lesson, events, at, rule }: PresenceOrder,
  kind: Exclude<PresenceKind, 'annul'>,
): PresenceEvent | undefined {
  const live = liveEvents(events)
  switch (kind) {
    case 'sign-in': {
      const asEarly = live.filter((event) => event.kind === kind && event.at <= at)
      return asEarly.find((event) => isOpenAt(lesson, event.at, rule)) ?? asEarly[0]
    }
    case 'sign-out':
      return live.findLast((event) => event.kind === kind && event.at >= at)
    case 'roll-present':
    case 'roll-absent': {
      const lastRoll = live.findLast((event) => event.kind.startsWith('roll-'))
      return lastRoll?.kind === kind ? lastRoll : undefined
    }
  }
}

/** Asked of the rule itself, so that this answer and the conclusion can never disagree. */
function changesNothing({ lesson, events, kind, at, rule }: PresenceOrder): boolean {
  const order = Math.max(0, ...events.map((event) => event.order)) + 1
  const added = { id: '', lessonId: '', teacherId: '', kind, at, means: '', annuls: '', order }
  const conclude = (known: readonly PresenceEvent[]) =>
    JSON.stringify(concludeAttendance(lesson, { events: known, overrides: [], leave: null }, rule))
  return conclude(events) === conclude([...events, added])
}
