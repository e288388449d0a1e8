import { comparable } from '#shared/core/text'
import { maskDocument, maskPhone } from '#shared/people/mask'
import type { HeldRow, Learner, RosterImported } from '#shared/sessions/contract'
import { groupBy } from './group-by.ts'

/** Learners who fit what was typed: characters of name or unit, initials, or last digits of the document. */
export function filterLearners(learners: readonly Learner[], text: string): readonly Learner[] {
  const typed = comparable(text).toLowerCase()
  if (typed === '') return learners
  return learners.filter(
    ({ name, unit, initials, docNo }) =>
      comparable(name).toLowerCase().includes(typed) ||
      comparable(unit).toLowerCase().includes(typed) ||
      initials.some((reading) => reading.startsWith(typed)) ||
      docNo.toLowerCase().endsWith(typed),
  )
}

export interface Group {
  readonly key: string
  readonly count: number
}

/** How many learners share each value, the largest group first; those without one are under ''. */
export function groupLearners(
  learners: readonly Learner[],
  by: 'unit' | 'title' | 'subject',
): readonly Group[] {
  const groups = groupBy(learners, (learner) => learner[by].trim())
  return [...groups]
    .map(([key, members]) => ({ key, count: members.length }))
    .sort((a, b) => b.count - a.count || a.key.localeCompare(b.key, 'zh'))
}

/** Does the report account for every row of the file? */
export function addsUp(report: RosterImported): boolean {
  return report.accepted + report.ignored + report.held.length === report.rows
}

export interface ImportForecast {
  /** People that the plan gives the project; null where it states no number. */
  readonly planned: number | null
  /** People on the roster once the file is written. */
  readonly will: number
  readonly isOverPlan: boolean
  /** Most of the people are in no register yet, as when a file of another year or kind was chosen. */
  readonly isMostlyNew: boolean
}

/** What a file would make of a roster. In an empty register everybody is new and nothing is odd. */
export function forecast(
  { added, accepted, newTeachers }: Pick<RosterImported, 'added' | 'accepted' | 'newTeachers'>,
  now: { readonly learners: number; readonly planned: number | null; readonly known: number },
): ImportForecast {
  const will = now.learners + added
  return {
    planned: now.planned,
    will,
    isOverPlan: now.planned !== null && will > now.planned,
    isMostlyNew: now.known > 0 && newTeachers > accepted / 2,
  }
}

export type HeldLine = Pick<HeldRow, 'sheet' | 'row' | 'name' | 'message'>

/** Held rows as lines with tabs between the cells, under a heading. */
export function heldAsText(heading: readonly string[], held: readonly HeldLine[]): string {
  const lines = held.map(({ sheet, row, name, message }) => [sheet, row, name, message])
  return [heading, ...lines]
    .map((cells) => cells.map((cell) => String(cell).replace(/\s+/g, ' ')).join('\t'))
    .join('\n')
}

export const reportParts = [
  'held',
  'repaired',
  'duplicates',
  'ignored',
  'remarks',
  'units',
] as const
export type ReportPart = (typeof reportParts)[number]

/** How many lines each part of the report has. */
export function reportCounts(report: RosterImported): Readonly<Record<ReportPart, number>> {
  return {
    held: report.held.length,
    repaired: report.repaired.length,
    duplicates: report.duplicates.length,
    ignored: report.ignoredRows.length,
    remarks: report.remarks.length,
    units: report.newUnits.length,
  }
}

/** A document number inside a line of text, as the file has it: 14 or more digits, the last may be X. */
const longNumber = /[0-9０-９]{13,}[0-9０-９xXＸｘ]/g

/** A cell of the file as the screen may show it: document numbers and phones keep only their ends. */
export function maskedCell(field: string, value: string): string {
  if (field === 'docNo') return maskDocument(value)
  return field === 'phone' ? maskPhone(value) : value.replace(longNumber, maskDocument)
}
