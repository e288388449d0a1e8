import type { AttendanceTable } from '#shared/attendance/contract'
import type { AttendanceStatus } from '#shared/attendance/model'
import { type AttendanceCounts, tallyStatuses } from '#shared/attendance/tally'
import type { ShownSession } from '#shared/sessions/contract'
import { groupBy } from '#renderer/sessions/group-by'
import type { Step } from '#renderer/sessions/sessions-view'
import { thereOf } from './roll-call-view.ts'

export interface Gap {
  readonly step: Step['step']
  readonly state: 'now' | 'missing' | 'ahead'
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Everything that is missing, in the order of the steps: an earlier one holds up the later ones. */
export function gapsOf(steps: ShownSession['steps']): readonly Gap[] {
  return steps.flatMap(({ step, state, missing }) =>
    state === 'done' || state === 'later-version'
      ? []
      : missing.map((gap) => ({ step, state, ...gap })),
  )
}

export interface HeatSquare {
  readonly teacherId: string
  readonly name: string
  readonly unit: string
  readonly status: AttendanceStatus
}

/** One square for each person, neighbours of one unit side by side. */
export function heatOf(table: AttendanceTable, lessonId: string): readonly HeatSquare[] {
  const units = [...groupBy(table.rows, ({ unit }) => unit).values()]
  return units.flat().map(({ teacherId, name, unit, statuses }) => ({
    teacherId,
    name,
    unit,
    status: statuses[lessonId]?.status ?? 'unmarked',
  }))
}

export function countsOf(squares: readonly HeatSquare[]): AttendanceCounts {
  return tallyStatuses(squares.map(({ status }) => status))
}

/** How many were there in one lesson, or null while nobody has a mark. */
export function thereIn(
  table: AttendanceTable | undefined,
  lessonId: string,
): { readonly there: number; readonly of: number } | null {
  const counts = table?.counts[lessonId]
  if (table === undefined || counts === undefined) return null
  const there = thereOf(counts)
  return there + counts.leave + counts.absent === 0 ? null : { there, of: table.rows.length }
}
