import {
  concludeAttendance,
  standingOverride,
  type AttendanceFacts,
  type LessonTimes,
} from './conclude.ts'
import type { AttendanceStatus, PresenceEvent, PresenceKind } from './model.ts'
import type { AttendanceRule } from './rule-set.ts'

export const marks = ['present', 'late', 'leave', 'absent'] as const
/** What one key at the roll-call says: 到, 迟, 假, 缺. */
export type Mark = (typeof marks)[number]

/** What a mark writes: a roll-call fact, a leave, and an override only where the facts say otherwise. */
export interface MarkFacts {
  readonly event: Exclude<PresenceKind, 'annul'> | null
  readonly leave: boolean
  /** null: none needed; '' withdraws the one that stands. */
  readonly override: AttendanceStatus | '' | null
}

/**
 * The facts that make a mark the conclusion. A roll-call fact is written first; where the facts
 * alone conclude otherwise (marked late, on leave but signed in) an override says what the clerk
 * decided; an older override that the facts no longer need is withdrawn.
 */
export function factsForMark(
  mark: Mark,
  lesson: LessonTimes,
  facts: AttendanceFacts,
  context: { readonly rule: AttendanceRule; readonly event: (kind: PresenceKind) => PresenceEvent },
): MarkFacts {
  const leave = mark === 'leave'
  const event = mark === 'leave' ? null : mark === 'absent' ? 'roll-absent' : 'roll-present'
  const natural = concludeAttendance(
    lesson,
    {
      events: event ? [...facts.events, context.event(event)] : facts.events,
      overrides: [],
      leave: leave ? { kind: 'roll-call', approved: true } : facts.leave,
    },
    context.rule,
  )
  const standing = standingOverride(facts.overrides)?.status ?? ''
  if (natural.status !== mark) return { event, leave, override: mark }
  return { event, leave, override: standing === '' ? null : '' }
}
