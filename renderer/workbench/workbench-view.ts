import type { ListedProject } from '#shared/plan/contract'
import type { ListedSession, ShownSession } from '#shared/sessions/contract'
import { rollCallPath, tabPath } from '#renderer/sessions/sessions-view'

type Lesson = ShownSession['lessonList'][number]

/** A lesson of today with the one thing to do about it. */
export interface TodayLesson {
  readonly session: ShownSession
  readonly lesson: Lesson
  /** Key of workbench.json, group `lessonState`. */
  readonly state: 'closed' | 'over' | 'running' | 'ahead'
  readonly path: string
}

/** The lessons of a day in the order of the clock (`HH:MM`). */
export function lessonsToday(
  running: readonly ShownSession[],
  today: string,
  time: string,
): readonly TodayLesson[] {
  return running
    .flatMap((session) =>
      session.lessonList
        .filter(({ date }) => date === today)
        .map((lesson) => ({
          session,
          lesson,
          state: stateOf(lesson, time),
          path: rollCallPath(session.id, lesson.id),
        })),
    )
    .sort((a, b) => (a.lesson.start < b.lesson.start ? -1 : 1))
}

function stateOf(lesson: Lesson, time: string): TodayLesson['state'] {
  if (lesson.closed) return 'closed'
  if (time > lesson.end) return 'over'
  return time >= lesson.start ? 'running' : 'ahead'
}

/** The lesson whose button is the screen's primary one: the first that is neither closed nor over. */
export function nextLesson(lessons: readonly TodayLesson[]): TodayLesson | undefined {
  return lessons.find(({ state }) => state === 'running' || state === 'ahead')
}

/** Something that waits: key and values of workbench.json, group `overdue`, and where it is mended. */
export interface Overdue {
  readonly key: 'held' | 'roster' | 'marks' | 'hours'
  readonly session: ListedSession
  readonly count: number
  readonly path: string
}

/**
 * What is overdue on a school date: rows held of a roster, a session that began without a roster,
 * lessons past without a mark, and hours not registered after the last day.
 */
export function overdueOf(
  sessions: readonly ListedSession[],
  running: readonly ShownSession[],
  today: string,
): readonly Overdue[] {
  return sessions.flatMap((session) => {
    const shown = running.find(({ id }) => id === session.id)
    const unmarked = pastLessons(session, shown, today) - session.lessonsMarked
    const began = session.from <= today
    const isOver = session.to < today
    const found: Overdue[] = []
    const add = (key: Overdue['key'], count: number, tab: 'learners' | 'roll-call' | 'hours') => {
      if (count > 0) found.push({ key, session, count, path: tabPath(session.id, tab) })
    }
    add('roster', began && session.learners === 0 ? 1 : 0, 'learners')
    add('held', session.held, 'learners')
    add('marks', session.learners > 0 ? unmarked : 0, 'roll-call')
    add('hours', isOver && session.lessonsMarked > 0 && session.registered === 0 ? 1 : 0, 'hours')
    return found
  })
}

function pastLessons(
  session: ListedSession,
  shown: ShownSession | undefined,
  today: string,
): number {
  if (session.to < today) return session.lessons
  return shown ? shown.lessonList.filter(({ date }) => date < today).length : 0
}

/** The year by month: what is planned for it, and what runs the whole year, apart. */
export interface YearView {
  readonly wholeYear: readonly ListedProject[]
  readonly months: readonly {
    readonly month: number
    readonly projects: readonly ListedProject[]
  }[]
  /** Projects whose time names no month. */
  readonly undated: readonly ListedProject[]
}

export function yearOf(projects: readonly ListedProject[]): YearView {
  const spread = projects.filter(({ months }) => months.length > 0 && months.length < 12)
  return {
    wholeYear: projects.filter(({ months }) => months.length === 12),
    months: Array.from({ length: 12 }, (_, i) => i + 1).map((month) => ({
      month,
      projects: spread.filter(({ months }) => months.includes(month)),
    })),
    undated: projects.filter(({ months }) => months.length === 0),
  }
}
