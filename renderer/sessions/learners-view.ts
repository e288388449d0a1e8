import { comparable } from '#shared/core/text'
import { maskDocument, maskPhone } from '#shared/people/mask'
import type { Learner, RosterImported } from '#shared/sessions/contract'
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
