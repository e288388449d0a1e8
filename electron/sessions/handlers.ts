import type { LocalDate } from '#shared/core/dates'
import { defaultHalfDays, halfDayLessons } from '#shared/sessions/lessons'
import type { Session } from '#shared/sessions/model'
import { occasionOf, os, vaultOf } from '#electron/context'
import { refuseWith, valueOf } from '#electron/ipc/refusals'
import { projectByNumber } from '#electron/plan/store'
import { lessonById, lessonChange, sessionChange } from './store.ts'

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
