import { factsForMark, type Mark } from '#shared/attendance/mark'
import { defaultAttendanceRule } from '#shared/attendance/rule-set'
import type { Lesson } from '#shared/sessions/model'
import { occasionOf, type Context } from '#electron/context'
import { refuseWith } from '#electron/ipc/refusals'
import type { Change } from '#electron/store/apply-changes'
import { entriesOfTransaction, type Transaction } from '#electron/store/history'
import type { Vault } from '#electron/store/vault'
import { rosterOf } from '#electron/sessions/roster-store'
import { lessonById } from '#electron/sessions/store'
import { attendanceOfLesson, factsOf, isAnnulled } from './store.ts'

interface Marking {
  readonly lesson: Lesson
  readonly teacherId: string
  readonly mark: Mark
}

interface Action {
  /** What undo names; '' when the mark said nothing new. */
  readonly actionId: string
  readonly marked: number
}

const purpose = 'attendance.mark'
/** The reason that stands with a status decided by a key at the roll-call; words: attendance.json. */
const reason = 'roll-call'

export function markTeacher(context: Context, vault: Vault, marking: Marking): Action {
  const changes = changesForMark(context, vault, marking)
  const applied = vault.apply(occasionOf(context, purpose), changes)
  return { actionId: applied.transactionId, marked: applied.changed.length > 0 ? 1 : 0 }
}

/** Everyone on the roster without a status is present, in one action; of `only`, when some are named. */
export function markRest(
  context: Context,
  vault: Vault,
  { lesson, only }: { readonly lesson: Lesson; readonly only: readonly string[] },
): Action {
  const statuses = attendanceOfLesson(vault.db, lesson.id).filter((a) => a.status !== 'unmarked')
  const marked = new Set(statuses.map((attendance) => attendance.teacherId))
  const rest = rosterOf(vault.db, lesson.sessionId).filter(
    ({ teacherId }) => !marked.has(teacherId) && (only.length === 0 || only.includes(teacherId)),
  )
  const changes = rest.flatMap(({ teacherId }) =>
    changesForMark(context, vault, { lesson, teacherId, mark: 'present' }),
  )
  const applied = vault.apply(occasionOf(context, purpose), changes)
  return { actionId: applied.transactionId, marked: rest.length }
}

function changesForMark(
  context: Context,
  vault: Vault,
  { lesson, teacherId, mark }: Marking,
): Change[] {
  const facts = factsOf(vault.db, lesson.id, teacherId)
  const at = context.now()
  const order = facts.events.length
  const event = {
    id: context.newId(),
    lessonId: lesson.id,
    teacherId,
    at,
    means: 'keyboard',
    annuls: '',
    order,
  }
  const wanted = factsForMark(mark, lesson, facts, {
    rule: defaultAttendanceRule,
    event: (kind) => ({ ...event, kind }),
  })
  const who = { lesson_id: lesson.id, teacher_id: teacherId }
  const by = { claimed_at: at, by_user: occasionOf(context, purpose).userId }
  const changes: Change[] = []
  if (wanted.event) {
    const fields = { ...who, ...by, kind: wanted.event, means: 'keyboard', annuls: '' }
    changes.push({ table: 'presence_event', id: event.id, fields })
  }
  if (wanted.leave && facts.leave?.approved !== true) {
    const fields = { ...who, kind: reason, approved: 1 }
    changes.push({ table: 'leave', id: context.newId(), fields })
  }
  if (wanted.override !== null) {
    const fields = { ...who, ...by, status: wanted.override, reason }
    changes.push({ table: 'attendance_override', id: context.newId(), fields })
  }
  return changes
}

/**
 * Takes back one action: events and overrides are annulled, a leave is removed; the rule then says
 * what stands again. What is annulled already is left alone, so a second undo does nothing. Refuses `nothing-to-annul`, and `lesson-closed` as a mark does.
 */
export function undoMark(context: Context, vault: Vault, actionId: string): { undone: number } {
  const transaction = entriesOfTransaction(vault.db, actionId)
  if (transaction?.purpose !== purpose) refuseWith('nothing-to-annul')
  const occasion = occasionOf(context, 'attendance.undo')
  const by = { claimed_at: occasion.at, by_user: occasion.userId }
  const changes = transaction.entries.flatMap((entry) =>
    undoOf(vault, entry, { by, newId: context.newId }),
  )
  return { undone: vault.apply(occasion, changes).changed.length }
}

function undoOf(
  vault: Vault,
  { table, rowId, fields }: Transaction['entries'][number],
  { by, newId }: { readonly by: By; readonly newId: () => string },
): Change[] {
  const { lesson_id, teacher_id } = fields as unknown as Who
  if (lessonById(vault.db, lesson_id)?.closed === true) refuseWith('lesson-closed')
  if (table === 'leave') return [{ table, id: rowId, fields: { removed: 1 } }]
  const annulment = { lesson_id, teacher_id, ...by, annuls: rowId }
  if (table !== 'presence_event' && table !== 'attendance_override')
    throw new Error(`a mark does not write ${table}`)
  if (isAnnulled(vault.db, table, rowId)) return []
  if (table === 'presence_event')
    return [{ table, id: newId(), fields: { ...annulment, kind: 'annul', means: 'keyboard' } }]
  return [{ table, id: newId(), fields: annulment }]
}

interface By {
  readonly claimed_at: string
  readonly by_user: string
}

interface Who {
  readonly lesson_id: string
  readonly teacher_id: string
}
