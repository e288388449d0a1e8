import { parseInstant } from '#shared/core/dates'
import { acceptPresence } from '#shared/attendance/accept'
import { defaultAttendanceRule } from '#shared/attendance/rule-set'
import { occasionOf, os, vaultOf } from '#electron/context'
import { refuseWith, valueOf } from '#electron/ipc/refusals'
import { findWho } from '#electron/people/who'
import { enrollmentOf } from '#electron/sessions/roster-store'
import { lessonById, sessionById } from '#electron/sessions/store'
import { markRest, markTeacher, undoMark } from './marking.ts'
import { eventsOf } from './store.ts'
import { attendanceTable } from './table.ts'

export const presenceHandlers = {
  add: os.presence.add.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const lesson = lessonById(vault.db, input.lessonId)
    if (lesson?.sessionId !== input.sessionId) refuseWith('unknown-lesson')
    const at = input.at === '' ? context.now() : parseInstant(input.at)
    if (!at) refuseWith('bad-time', { time: input.at })
    // Who is in no register is on no roster either.
    const teacher = findWho(vault, input) ?? refuseWith('not-enrolled')
    const enrollment = enrollmentOf(vault.db, lesson.sessionId, teacher.id)
    const accepted = valueOf(
      acceptPresence({
        lesson,
        isEnrolled: enrollment !== null && !enrollment.removed,
        events: eventsOf(vault.db, lesson.id, teacher.id),
        kind: input.kind,
        at,
        rule: defaultAttendanceRule,
      }),
    )
    if (accepted.result === 'already') return accepted
    const id = context.newId()
    const occasion = occasionOf(context, 'presence.add')
    const fields = {
      lesson_id: lesson.id,
      teacher_id: teacher.id,
      kind: input.kind,
      claimed_at: at,
      means: input.means,
      annuls: accepted.annuls,
      by_user: occasion.userId,
    }
    vault.apply(occasion, [{ table: 'presence_event', id, fields }])
    return { eventId: id, result: 'recorded' as const }
  }),
}

export const attendanceHandlers = {
  table: os.attendance.table.handler(({ input, context }) => {
    const { db } = vaultOf(context)
    if (!sessionById(db, input.sessionId)) refuseWith('unknown-session')
    return attendanceTable(db, input.sessionId)
  }),
  mark: os.attendance.mark.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const lesson = lessonById(vault.db, input.lessonId) ?? refuseWith('unknown-lesson')
    if (lesson.closed) refuseWith('lesson-closed')
    const enrollment = enrollmentOf(vault.db, lesson.sessionId, input.teacherId)
    if (!enrollment || enrollment.removed) refuseWith('not-enrolled')
    return markTeacher(context, vault, { lesson, teacherId: input.teacherId, mark: input.mark })
  }),
  markRest: os.attendance.markRest.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const lesson = lessonById(vault.db, input.lessonId) ?? refuseWith('unknown-lesson')
    if (lesson.closed) refuseWith('lesson-closed')
    return markRest(context, vault, { lesson, only: input.teacherIds })
  }),
  undo: os.attendance.undo.handler(({ input, context }) =>
    undoMark(context, vaultOf(context), input.actionId),
  ),
}
