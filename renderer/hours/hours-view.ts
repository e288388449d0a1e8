import type { ComputedHours } from '#shared/hours/contract'
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
  /** People whose marks changed after their hours were written. */
  readonly differ: number
}

/** What registering would write: those who earned hours of which the ledger holds none. */
export function toRegister(rows: readonly ComputedHours[]): ToRegister {
  const waiting = rows.filter(({ hours, registered }) => hours > 0 && registered === 0)
  const written = rows.filter(({ registered }) => registered > 0)
  return {
    people: waiting.length,
    hours: sumHours(waiting),
    registeredPeople: written.length,
    registeredHours: rounded(written.reduce((sum, row) => sum + row.registered, 0)),
    without: rows.filter(({ hours, registered }) => hours === 0 && registered === 0).length,
    differ: written.filter(({ hours, registered }) => hours !== registered).length,
  }
}

/** Those who lost hours first, then as the roster has them: what a clerk must look at stands above. */
export function cutFirst(rows: readonly ComputedHours[]): readonly ComputedHours[] {
  return [...rows].sort((a, b) => b.planned - b.hours - (a.planned - a.hours))
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
