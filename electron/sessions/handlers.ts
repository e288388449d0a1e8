import { dateOf, type LocalDate } from '#shared/core/dates'
import { defaultHalfDays, halfDayLessons } from '#shared/sessions/lessons'
import type { Session } from '#shared/sessions/model'
import { statusLine } from '#shared/sessions/status-line'
import type { ListedSession } from '#shared/sessions/contract'
import { occasionOf, os, vaultOf, type Context } from '#electron/context'
import { refuseWith, valueOf } from '#electron/ipc/refusals'
import type { ReadableDb } from '#electron/store/driver'
import { projectById, projectByNumber } from '#electron/plan/store'
import { heldRows } from './roster-store.ts'
import {
  allSessions,
  hoursOwed,
  lessonById,
  lessonChange,
  lessonsOf,
  sessionById,
  sessionChange,
  sessionCounts,
  unmarked,
} from './store.ts'

export const sessionsHandlers = {
  create: os.sessions.create.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const project = projectByNumber(vault.db, input.year, input.project)
    if (!project) refuseWith('unknown-project', { year: input.year, no: input.project })
    const session: Session = {
      id: context.newId(),
      projectId: project.id,
      name: input.name,
      from: input.from as LocalDate,
      to: input.to as LocalDate,
      place: input.place,
    }
    const { hours, place } = input
    const order = {
      ...session,
      sessionId: session.id,
      hours,
      place,
      halfDays: defaultHalfDays,
      newId: context.newId,
    }
    // Laid out in any case: it is what refuses reversed dates.
    const planned = valueOf(halfDayLessons(order))
    const lessons = input.lessons === 'none' ? [] : planned
    vault.apply(occasionOf(context, 'sessions.create'), [
      sessionChange(session),
      ...lessons.map(lessonChange),
    ])
    return { id: session.id, lessons: [...lessons] }
  }),
  list: os.sessions.list.handler(({ context }) => {
    const { db } = vaultOf(context)
    return { sessions: allSessions(db).map((session) => listed(db, session)) }
  }),
  show: os.sessions.show.handler(({ input, context }) => {
    const { db } = vaultOf(context)
    const session = sessionById(db, input.sessionId) ?? refuseWith('unknown-session')
    return {
      ...listed(db, session),
      lessonList: lessonsOf(db, session.id),
      steps: stepsOf(context, db, session),
    }
  }),
  closeLesson: os.sessions.closeLesson.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const lesson = lessonById(vault.db, input.lessonId) ?? refuseWith('unknown-lesson')
    const fields = { closed: input.closed ? 1 : 0 }
    vault.apply(occasionOf(context, 'sessions.closeLesson'), [
      { table: 'lesson', id: lesson.id, fields },
    ])
    return { lessonId: lesson.id, closed: input.closed }
  }),
}

function listed(db: ReadableDb, session: Session): ListedSession {
  const project = projectById(db, session.projectId)
  const { learners, lessons, lessonsMarked, registered } = sessionCounts(db, session.id)
  return {
    ...session,
    projectNo: project?.no ?? 0,
    projectName: project?.name ?? '',
    year: project?.year ?? Number(session.from.slice(0, 4)),
    held: heldRows(db, session.id).length,
    learners,
    lessons,
    lessonsMarked,
    registered,
  }
}

type Steps = ReturnType<typeof statusLine>[number]

function stepsOf(
  context: Context,
  db: ReadableDb,
  session: Session,
): (Omit<Steps, 'missing'> & {
  missing: { code: string; params: Record<string, number> }[]
})[] {
  const today = dateOf(context.now())
  const { lessonsPast, people } = unmarked(db, session.id, today)
  const steps = statusLine({
    ...sessionCounts(db, session.id),
    ...hoursOwed(db, session.id),
    held: heldRows(db, session.id).length,
    lessonsPastUnmarked: lessonsPast,
    unmarkedPeople: people,
    to: session.to,
    today,
  })
  return steps.map((step) => ({
    ...step,
    missing: step.missing.map(({ code, params }) => ({ code, params: { ...params } })),
  }))
}
