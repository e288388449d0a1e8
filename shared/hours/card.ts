/**
 * 学时卡: a teacher's ledger lines of a period and their totals.
 *
 * Invariants: a line that was reversed counts nothing, however many laptops reversed it; every
 * line falls into exactly one of two adjoining periods, by the day its training ended; every way
 * of totalling adds up to the same sum.
 */
import { type LocalDate, addDays } from '#shared/core/dates'
import type { HoursEntry } from './model.ts'
import type { Cycle } from './rule-set.ts'

/** A total: a year, a code of 培训类别, or a cycle's first and last day as `from/to`. */
export interface HoursTotal {
  readonly key: string
  readonly hours: number
}

export interface HoursCard {
  /** All lines of the period, reversed ones and reversals too, by the day they ended. */
  readonly entries: readonly HoursEntry[]
  readonly totals: {
    readonly byYear: readonly HoursTotal[]
    readonly byKind: readonly HoursTotal[]
    readonly byCycle: readonly HoursTotal[]
    readonly all: number
  }
}

/** The lines of one teacher whose training ended within the period, totalled by year, kind and cycle. */
export function hoursCard(card: {
  readonly entries: readonly HoursEntry[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly cycle: Cycle
}): HoursCard {
  const inPeriod = card.entries
    .filter((entry) => card.from <= entry.to && entry.to <= card.to)
    .toSorted((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1))
  const standing = standingEntries(inPeriod)
  return {
    entries: inPeriod,
    totals: {
      byYear: totals(standing, (entry) => String(entry.year)),
      byKind: totals(standing, (entry) => entry.categoryCode),
      byCycle: totals(standing, (entry) => cycleOf(entry.to, card.cycle)),
      all: sumHours(standing),
    },
  }
}

/** The lines that hold: neither reversals nor what they took back. */
export function standingEntries(entries: readonly HoursEntry[]): readonly HoursEntry[] {
  const reversed = new Set(entries.map((entry) => entry.reversalOf))
  return entries.filter((entry) => entry.reversalOf === '' && !reversed.has(entry.id))
}

/** The line that takes another back: its hours and credits negative, all else the same. */
export function reversalOf(
  entry: HoursEntry,
  { id, explanation }: Pick<HoursEntry, 'id' | 'explanation'>,
): HoursEntry {
  const { hours, credits } = entry
  return { ...entry, id, explanation, hours: 0 - hours, credits: 0 - credits, reversalOf: entry.id }
}

/** The cycle in which a day lies, as `from/to`, both days included. */
export function cycleOf(day: LocalDate, cycle: Cycle): string {
  const startYear = Number(cycle.start.slice(0, 4))
  const monthAndDay = cycle.start.slice(4)
  const years = Number(day.slice(0, 4)) - startYear - (day.slice(4) < monthAndDay ? 1 : 0)
  const first = startYear + Math.floor(years / cycle.years) * cycle.years
  const next = `${first + cycle.years}${monthAndDay}` as LocalDate
  return `${first}${monthAndDay}/${addDays(next, -1)}`
}

function totals(
  entries: readonly HoursEntry[],
  keyOf: (entry: HoursEntry) => string,
): readonly HoursTotal[] {
  const keys = [...new Set(entries.map(keyOf))].toSorted()
  return keys.map((key) => ({
    key,
    hours: sumHours(entries.filter((entry) => keyOf(entry) === key)),
  }))
}

function sumHours(entries: readonly HoursEntry[]): number {
  return entries.reduce((sum, entry) => sum + Math.round(entry.hours * 100), 0) / 100
}

function lineKey({ to, from, id }: HoursEntry): string {
  return `${to} ${from} ${id}`
}
