import type { LocalDate } from '#shared/core/dates'

export const sessionSteps = [
  'plan',
  'opening',
  'presence',
  'assessment',
  'bulletin',
  'follow-up',
  'hours',
  'archive',
] as const
export type SessionStep = (typeof sessionSteps)[number]

export interface Missing {
  /** Sentence code, group `missing` of sessions.json. */
  readonly code: string
  readonly params: Readonly<Record<string, number>>
}

export interface StepState {
  readonly step: SessionStep
  readonly state: 'done' | 'now' | 'missing' | 'ahead' | 'later-version'
  readonly missing: readonly Missing[]
}

export interface SessionFacts {
  readonly learners: number
  readonly held: number
  readonly lessons: number
  readonly lessonsMarked: number
  /** Lessons whose day is past and in which nobody has a status. */
  readonly lessonsPastUnmarked: number
  readonly unmarkedPeople: number
  readonly registered: number
  /** People who have earned hours and have none in the ledger. */
  readonly unregistered: number
  /** Standing ledger lines that are in no file yet. */
  readonly unexported: number
  readonly to: LocalDate
  readonly today: LocalDate
}

/**
 * The status line 计划 → 开班 → 点名签到 → … → 归档 of one session: what is done, what is next,
 * and what is missing at each step. Steps that this version does not hold yet say so.
 */
export function statusLine(facts: SessionFacts): readonly StepState[] {
  const missing: Readonly<Record<string, readonly Missing[]>> = {
    opening: openingGaps(facts),
    presence: presenceGaps(facts),
    hours: hoursGaps(facts),
  }
  const later = new Set<SessionStep>(['assessment', 'bulletin', 'follow-up', 'archive'])
  let isNowTaken = false
  return sessionSteps.map((step) => {
    if (later.has(step)) return { step, state: 'later-version', missing: [] }
    const gaps = missing[step] ?? []
    if (gaps.length === 0) return { step, state: 'done', missing: [] }
    const state = isNowTaken ? (isOverdue(step, facts) ? 'missing' : 'ahead') : 'now'
    isNowTaken = true
    return { step, state, missing: gaps }
  })
}

function isOverdue(step: SessionStep, facts: SessionFacts): boolean {
  if (step === 'presence') return facts.lessonsPastUnmarked > 0
  return step === 'hours' && facts.to < facts.today && facts.lessonsMarked > 0
}

function gap(code: string, params: Readonly<Record<string, number>> = {}): Missing {
  return { code, params }
}

function openingGaps({ learners, held }: SessionFacts): readonly Missing[] {
  return [
    ...(learners === 0 ? [gap('no-learners')] : []),
    ...(held > 0 ? [gap('rows-held', { count: held })] : []),
  ]
}

function presenceGaps(facts: SessionFacts): readonly Missing[] {
  const { lessons, lessonsMarked, unmarkedPeople } = facts
  if (lessons === 0) return [gap('no-lessons')]
  return [
    ...(lessonsMarked < lessons
      ? [gap('lessons-unmarked', { count: lessons - lessonsMarked })]
      : []),
    ...(lessonsMarked > 0 && unmarkedPeople > 0
      ? [gap('people-unmarked', { count: unmarkedPeople })]
      : []),
  ]
}

function hoursGaps(facts: SessionFacts): readonly Missing[] {
  const { registered, unregistered, unexported } = facts
  if (registered === 0 && unregistered === 0) return [gap('no-hours-earned')]
  return [
    ...(unregistered > 0 ? [gap('not-registered', { count: unregistered })] : []),
    ...(unexported > 0 ? [gap('not-exported', { count: unexported })] : []),
  ]
}
