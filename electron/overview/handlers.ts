import { dateOf } from '#shared/core/dates'
import { standingEntries } from '#shared/hours/card'
import { defaultHoursRule } from '#shared/hours/rule-set'
import type { ListedSession, ShownSession } from '#shared/sessions/contract'
import type { Session } from '#shared/sessions/model'
import { statusLine } from '#shared/sessions/status-line'
import { marksByLesson } from '#electron/attendance/store'
import { os, vaultOf, type Context } from '#electron/context'
import { factsToExport } from '#electron/exports/facts'
import { linesToRegister } from '#electron/hours/register'
import { entriesOfSession } from '#electron/hours/store'
import { refuseWith } from '#electron/ipc/refusals'
import { projectById } from '#electron/plan/store'
import { heldRows } from '#electron/sessions/roster-store'
import { allSessions, lessonsOf, sessionById, sessionSize } from '#electron/sessions/store'
import type { ReadableDb } from '#electron/store/driver'

/** Sessions with how far they have come, which only a feature that knows all the others can say. */
export const overviewHandlers = {
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
}

function listed(db: ReadableDb, session: Session): ListedSession {
  const project = projectById(db, session.projectId)
  const standing = standingEntries(entriesOfSession(db, session.id))
  return {
    ...session,
    ...sessionSize(db, session.id),
    projectNo: project?.no ?? 0,
    projectName: project?.name ?? '',
    year: project?.year ?? Number(session.from.slice(0, 4)),
    held: heldRows(db, session.id).length,
    lessonsMarked: marksByLesson(db, session.id).filter(({ marked }) => marked > 0).length,
    registered: new Set(standing.map((entry) => entry.teacherId)).size,
  }
}

function stepsOf(context: Context, db: ReadableDb, session: Session): ShownSession['steps'] {
  const today = dateOf(context.now())
  const { learners, lessons, lessonsMarked, held, registered } = listed(db, session)
  const marks = marksByLesson(db, session.id)
  const begun = marks.filter(({ marked }) => marked > 0)
  const rule = defaultHoursRule
  const steps = statusLine({
    ...{ learners, lessons, lessonsMarked, held, registered },
    unregistered: linesToRegister(db, session, { ...context, at: '', rule }).length,
    unexported: factsToExport(db, session, false).length,
    lessonsPastUnmarked: marks.filter(({ date, marked }) => date < today && marked === 0).length,
    unmarkedPeople: begun.reduce((sum, { marked }) => sum + learners - marked, 0),
    to: session.to,
    today,
  })
  return steps.map((step) => ({
    ...step,
    missing: step.missing.map(({ code, params }) => ({ code, params: { ...params } })),
  }))
}
