import type { ListedProject } from '#shared/plan/contract'
import type { ListedSession, ShownSession } from '#shared/sessions/contract'

export const sessionTabs = [
  'overview',
  'learners',
  'lessons',
  'roll-call',
  'exams',
  'bulletin',
  'follow-up',
  'hours',
  'archive',
  'money',
] as const
export type SessionTab = (typeof sessionTabs)[number]

/** What a later version brings; its tab says so. */
export const laterTabs = ['exams', 'bulletin', 'follow-up', 'archive', 'money'] as const
export type LaterTabName = (typeof laterTabs)[number]

export type Step = ShownSession['steps'][number]

/** A sentence of the locale files with its values. */
export interface Sentence {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/** The address of one tab of a session. */
export function tabPath(sessionId: string, tab: SessionTab): string {
  const session = `/sessions/${encodeURIComponent(sessionId)}`
  return tab === 'overview' ? session : `${session}/${tab}`
}

/** The address of the roll-call of one lesson. */
export function rollCallPath(sessionId: string, lessonId: string): string {
  return `${tabPath(sessionId, 'roll-call')}/${encodeURIComponent(lessonId)}`
}

const mendingTabs: Readonly<Record<Exclude<Step['step'], 'plan'>, SessionTab>> = {
  opening: 'learners',
  presence: 'roll-call',
  assessment: 'exams',
  bulletin: 'bulletin',
  'follow-up': 'follow-up',
  hours: 'hours',
  archive: 'archive',
}

/** The screen on which a step is done or mended. */
export function stepPath(session: Pick<ShownSession, 'id' | 'year'>, step: Step['step']): string {
  return step === 'plan' ? `/plan?year=${session.year}` : tabPath(session.id, mendingTabs[step])
}

/** The small line under a step: how far it is, or what is missing. */
export function stepNote(session: ShownSession, { step, state, missing }: Step): Sentence {
  const params = {
    no: session.projectNo,
    learners: session.learners,
    held: session.held,
    marked: session.lessonsMarked,
    lessons: session.lessons,
    registered: session.registered,
    count: missing.length,
  }
  if (state === 'later-version') return { key: 'sessions:note.later', params }
  const hasOwnNote = ['plan', 'opening', 'presence', 'hours'].includes(step)
  return { key: `sessions:note.${hasOwnNote ? step : state}`, params }
}

export type NextStep =
  'import-roster' | 'settle-held' | 'call-roll' | 'register-hours' | 'export-hours' | 'add-lessons'

/** The one thing to do next in a session, for the list. */
export function nextStep(session: ListedSession): {
  readonly step: NextStep
  readonly tab: SessionTab
} {
  if (session.learners === 0) return { step: 'import-roster', tab: 'learners' }
  if (session.held > 0) return { step: 'settle-held', tab: 'learners' }
  if (session.lessons === 0) return { step: 'add-lessons', tab: 'lessons' }
  if (session.lessonsMarked < session.lessons) return { step: 'call-roll', tab: 'roll-call' }
  return session.registered < session.learners
    ? { step: 'register-hours', tab: 'hours' }
    : { step: 'export-hours', tab: 'hours' }
}

/** Newest first day first; among equals the later plan number last. */
export function newestFirst(sessions: readonly ListedSession[]): readonly ListedSession[] {
  return [...sessions].sort((a, b) => b.from.localeCompare(a.from) || a.projectNo - b.projectNo)
}

/** The next run of a project, counted from 1. */
export function runOf(project: Pick<ListedProject, 'sessions'>): number {
  return project.sessions.length + 1
}

/** The name proposed for a run; beyond the numerals that the pattern knows, figures stand. */
export function proposedName(
  pattern: string,
  project: string,
  numerals: readonly string[],
  run: number,
): string {
  return pattern.replace('[project]', project).replace('[run]', numerals[run - 1] ?? String(run))
}
