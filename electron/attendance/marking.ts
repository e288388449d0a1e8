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
import { attendanceOfLesson, factsOf, isWritten } from './store.ts'

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

/** Everyone on the roster without a status is present, in one action. */
export function markRest(context: Context, vault: Vault, lesson: Lesson): Action {
  const statuses = attendanceOfLesson(vault.db, lesson.id).filter((a) => a.status !== 'unmarked')
  const marked = new Set(statuses.map((attendance) => attendance.teacherId))
  const rest = rosterOf(vault.db, lesson.sessionId).filter(
    ({ teacherId }) => !marked.has(teacherId),
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
    const fields = { ...who, kind: reason, approved: 1, reason: '', removed: 0 }
    changes.push({ table: 'leave', id: context.newId(), fields })
  }
  if (wanted.override !== null) {
    const fields = { ...who, ...by, status: wanted.override, reason }
    changes.push({ table: 'attendance_override', id: context.newId(), fields })
  }
  return changes
}

/**
 * Takes back one action: events are annulled, a leave is removed, and of the overrides the newest
 * that nobody took back stands again. What undo writes is named after what it takes back, so a
 * second undo finds it done. Refuses `nothing-to-annul`, and `lesson-closed` as a mark does.
 */
export function undoMark(context: Context, vault: Vault, actionId: string): { undone: number } {
  const transaction = entriesOfTransaction(vault.db, actionId)
  if (transaction?.purpose !== purpose) refuseWith('nothing-to-annul')
  const occasion = occasionOf(context, 'attendance.undo')
  const by = { claimed_at: occasion.at, by_user: occasion.userId }
  const changes = transaction.entries.flatMap((entry) => undoOf(vault, entry, by))
  return { undone: vault.apply(occasion, changes).changed.length }
}

function undoOf(
  vault: Vault,
  { table, rowId, fields }: Transaction['entries'][number],
  by: { readonly claimed_at: string; readonly by_user: string },
): Change[] {
  const { lesson_id, teacher_id } = fields as unknown as Who
  if (lessonById(vault.db, lesson_id)?.closed === true) refuseWith('lesson-closed')
  if (table === 'leave') return [{ table, id: rowId, fields: { removed: 1 } }]
  const who = { lesson_id, teacher_id, ...by }
  const id = `${rowId}-undone`
  if (isWritten(vault.db, table, id)) return []
  if (table === 'presence_event')
    return [{ table, id, fields: { ...who, kind: 'annul', means: 'keyboard', annuls: rowId } }]
  if (table === 'attendance_override')
    return [{ table, id, fields: { ...who, ...standingWithout(vault, who, rowId) } }]
  throw new Error(`a mark does not write ${table}`)
}

interface Who {
  readonly lesson_id: string
  readonly teacher_id: string
}

/** The newest override but this one that is neither taken back nor itself a taking back. */
function standingWithout(
  vault: Vault,
  { lesson_id, teacher_id }: Who,
  rowId: string,
): { status: string; reason: string } {
  const row = vault.db
    .prepare(
      `SELECT status, reason FROM attendance_override AS own
       WHERE lesson_id = ? AND teacher_id = ? AND id <> ? AND id NOT LIKE '%-undone'
         AND NOT EXISTS (SELECT 1 FROM attendance_override WHERE id = own.id || '-undone')
       ORDER BY lamport DESC, origin_replica DESC, origin_seq DESC LIMIT 1`,
    )
    .get(lesson_id, teacher_id, rowId) as { status: string; reason: string } | undefined
  return row ?? { status: '', reason: '' }
}
