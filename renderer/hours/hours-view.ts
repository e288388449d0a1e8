import { type AttendanceStatus, attendanceStatuses } from '#shared/attendance/model'
import type { ComputedHours } from '#shared/hours/contract'
import type { ShownSession } from '#shared/sessions/contract'
import { groupBy } from '#renderer/sessions/group-by'

export interface Cut {
  readonly reason: string
  readonly hours: number
}

/** What was cut off, one line for each reason. */
export function cutsByReason(cut: ComputedHours['cut']): readonly Cut[] {
  return [...groupBy(cut, ({ reason }) => reason)].map(([reason, cuts]) => ({
    reason,
    hours: sumHours(cuts),
  }))
}

export interface ToRegister {
  readonly people: number
  /** 学时 that registering would write now. */
  readonly hours: number
  readonly registeredPeople: number
  readonly registeredHours: number
  /** People who earned nothing, so nothing is written for them. */
  readonly without: number
}

/** Those who earned hours of which the ledger holds none. */
export function waitingIn(rows: readonly ComputedHours[]): readonly ComputedHours[] {
  return rows.filter(({ hours, registered }) => hours > 0 && registered === 0)
}

/** Those whose marks changed after their hours were written. */
export function differingIn(rows: readonly ComputedHours[]): readonly ComputedHours[] {
  return rows.filter(({ hours, registered }) => registered > 0 && hours !== registered)
}

/** What registering would write. */
export function toRegister(rows: readonly ComputedHours[]): ToRegister {
  const waiting = waitingIn(rows)
  const written = rows.filter(({ registered }) => registered > 0)
  return {
    people: waiting.length,
    hours: sumHours(waiting),
    registeredPeople: written.length,
    registeredHours: rounded(written.reduce((sum, row) => sum + row.registered, 0)),
    without: rows.filter(({ hours, registered }) => hours === 0 && registered === 0).length,
  }
}

/**
 * Those whose hours differ from the ledger first, then those who lost hours, then as the roster has
 * them: what a clerk must look at stands above.
 */
export function oddFirst(rows: readonly ComputedHours[]): readonly ComputedHours[] {
  const differing = new Set(differingIn(rows))
  return [...rows].sort(
    (a, b) =>
      Number(differing.has(b)) - Number(differing.has(a)) ||
      b.planned - b.hours - (a.planned - a.hours),
  )
}

/** What a session still lacks that changes who earns what: registering now would leave it out. */
export function unfinishedOf(
  steps: ShownSession['steps'],
): ShownSession['steps'][number]['missing'] {
  return steps
    .filter(({ step }) => step === 'opening' || step === 'presence')
    .flatMap(({ missing }) => missing)
}

/** Registered people of a session who are in no file yet, by its status line. */
export function waitingForExport(steps: ShownSession['steps']): number {
  const gaps = steps.flatMap(({ missing }) => missing)
  return Number(gaps.find(({ code }) => code === 'not-exported')?.params['count'] ?? 0)
}

/** The statuses that earn hours by a rule, and those that do not, in the school's order. */
export function countedApart(counted: readonly string[]): {
  readonly counted: readonly AttendanceStatus[]
  readonly not: readonly AttendanceStatus[]
} {
  return {
    counted: attendanceStatuses.filter((status) => counted.includes(status)),
    not: attendanceStatuses.filter((status) => !counted.includes(status)),
  }
}

export function sumHours(parts: readonly { readonly hours: number }[]): number {
  return rounded(parts.reduce((sum, { hours }) => sum + hours, 0))
}

/** 学时 have two decimals; sums of binary fractions have more. */
function rounded(hours: number): number {
  return Math.round(hours * 100) / 100
}

/** The first and last day of five calendar years that end with this one: a cycle's length. */
export function fiveYears(today: string): { readonly from: string; readonly to: string } {
  const year = Number(today.slice(0, 4))
  return { from: `${year - 4}-01-01`, to: `${year}-12-31` }
}
