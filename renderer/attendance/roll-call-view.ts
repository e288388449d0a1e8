import type { AttendanceRow, AttendanceTable } from '#shared/attendance/contract'
import type { AttendanceStatus } from '#shared/attendance/model'
import { type AttendanceCounts, tallyByUnit } from '#shared/attendance/tally'
import { dateOf, toInstant } from '#shared/core/dates'
import type { Tone } from '#renderer/ui/StatusTag'
import { type Person, typedForm } from './roll-call-match.ts'

/** A status is never told by its colour alone. */
export const signs: Readonly<
  Record<AttendanceStatus, { readonly tone: Tone; readonly icon: string }>
> = {
  present: { tone: 'good', icon: '✓' },
  late: { tone: 'warn', icon: '◔' },
  'left-early': { tone: 'warn', icon: '◑' },
  leave: { tone: 'info', icon: '▽' },
  absent: { tone: 'bad', icon: '✕' },
  unmarked: { tone: 'none', icon: '·' },
}

/** Marks made here that the table read last does not know yet; a later one wins. */
export interface Overlay {
  readonly key: number
  readonly lessonId: string
  readonly statuses: ReadonlyMap<string, AttendanceStatus>
  /** The core has answered that it wrote them; until then they are only wanted. */
  readonly stored: boolean
}

export type Statuses = ReadonlyMap<string, AttendanceStatus>

/** Everyone's status in one lesson: what the table says, and over it what was stored since. */
export function statusesOf(
  rows: readonly AttendanceRow[],
  lessonId: string,
  overlays: readonly Overlay[],
): Statuses {
  const statuses = new Map<string, AttendanceStatus>(
    rows.map((row) => [row.teacherId, row.statuses[lessonId]?.status ?? 'unmarked']),
  )
  for (const overlay of overlays) {
    if (overlay.lessonId !== lessonId || !overlay.stored) continue
    for (const [teacherId, status] of overlay.statuses) {
      if (statuses.has(teacherId)) statuses.set(teacherId, status)
    }
  }
  return statuses
}

/** The marks of one lesson that the core has not confirmed: they count nowhere yet. */
export function pendingOf(overlays: readonly Overlay[], lessonId: string): Statuses {
  const waiting = overlays.filter((one) => one.lessonId === lessonId && !one.stored)
  return new Map(waiting.flatMap(({ statuses }) => [...statuses]))
}

/** The people of the roll-call, with the whole document numbers for a card scanner. */
export function peopleOf(
  rows: readonly AttendanceRow[],
  numbers: ReadonlyMap<string, string>,
): readonly Person[] {
  return rows.map((row) => ({
    teacherId: row.teacherId,
    name: row.name,
    initials: row.initials,
    docTail: row.docTail,
    unit: row.unit,
    docNo: numbers.get(row.teacherId) ?? '',
    form: typedForm(row.name),
  }))
}

/** The next person without a mark after one (the first from the top when none is named), '' when all have one. */
export function nextUnmarked(people: readonly Person[], statuses: Statuses, after: string): string {
  const from = people.findIndex(({ teacherId }) => teacherId === after) + 1
  const inTurn = [...people.slice(from), ...people.slice(0, from)]
  const next = inTurn.find(
    ({ teacherId }) => teacherId !== after && statuses.get(teacherId) === 'unmarked',
  )
  return next?.teacherId ?? ''
}

export interface UnitProgress {
  readonly unit: string
  readonly there: number
  readonly of: number
}

/** How many of each unit are in the hall (in time, late, or left early), units as the roster has them. */
export function unitProgress(
  people: readonly Person[],
  statuses: Statuses,
): readonly UnitProgress[] {
  const marked = people.map(({ unit, teacherId }) => ({
    unit,
    status: statuses.get(teacherId) ?? 'unmarked',
  }))
  return tallyByUnit(marked).map(({ unit, counts }) => ({
    unit,
    there: thereOf(counts),
    of: Object.values(counts).reduce((sum, count) => sum + count, 0),
  }))
}

type Lesson = AttendanceTable['lessons'][number]

/**
 * The lesson a clerk most likely wants: among today's open ones, else among all open ones, the
 * first in which somebody still has no mark; when all are closed, the last.
 */
export function lessonToCall(
  { lessons, counts }: Pick<AttendanceTable, 'lessons' | 'counts'>,
  today: string,
): Lesson | undefined {
  const open = lessons.filter((lesson) => !lesson.closed)
  const todays = open.filter(({ date }) => date === today)
  const candidates = todays.length > 0 ? todays : open
  const waiting = candidates.find(({ id }) => (counts[id]?.unmarked ?? 0) > 0)
  return waiting ?? candidates[0] ?? lessons.at(-1)
}

/** The school's date at a moment in milliseconds since 1970. */
export function schoolDay(epochMs: number): string {
  return dateOf(toInstant(epochMs))
}

/** How many are in the hall: in time, late, or gone early. */
export function thereOf(counts: AttendanceCounts): number {
  return counts.present + counts.late + counts['left-early']
}

/** The narrowest cell in which a name, a unit and a status stand in one line, px. */
const narrowestCell = 240

/** How many cells stand side by side in a frame. */
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor(width / narrowestCell))
}
