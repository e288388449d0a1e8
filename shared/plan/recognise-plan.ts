import { ok, refuse } from '#shared/core/result'
import type { Result } from '#shared/core/result'
import type { Sheet } from '#shared/core/sheets'
import type { PlanProject, PlanRemark, PlanRemarkCode } from './model.ts'
import type { ModeTable } from './modes.ts'
import { numbersFor, planNumber } from './plan-numbers.ts'
import type { GivenNumber } from './plan-numbers.ts'
import { planTablesOf } from './plan-tables.ts'
import { draftToProject } from './draft-to-project.ts'
import { readPlanTable } from './read-plan-table.ts'
import type { PlanDraft } from './read-plan-table.ts'
import { ownTexts, rowText, seenRows } from './seen-rows.ts'
import type { SeenRow } from './seen-rows.ts'
import { tablesSideBySide } from './side-by-side.ts'

export interface RecognisedPlan {
  readonly projects: readonly PlanProject[]
  readonly remarks: readonly PlanRemark[]
}

/**
 * The projects of a year's plan from the sheets of a workbook or the tables of a document, whatever
 * stands above, between and below them. Every line below a header, and every numbered line above the
 * first, is a project or has a remark of `ignoredRowCodes`; cells that could not be read have remarks of their own. Refuses `no-plan-table`
 * when no sheet has a header with the project's name and one of headcount, mode and time.
 */
export function recognisePlan(
  given: readonly Sheet[],
  modeTable: ModeTable,
): Result<RecognisedPlan> {
  const sheets = given.flatMap(tablesSideBySide)
  const tables = sheets.flatMap(planTablesOf)
  if (tables.length === 0) return refuse('no-plan-table')
  const read = tables.map(readPlanTable)
  const drafts = read.flatMap((table) => table.drafts)
  const numbers = numbersFor(drafts.map((draft) => draft.fields.number.text))
  const numbered = drafts.flatMap((draft, i) => {
    const number = numbers[i]
    return number ? [{ draft, number }] : []
  })
  const projects = numbered.map(({ draft, number }) => draftToProject(draft, number.no, modeTable))
  const remarks = [
    ...sheets.flatMap(ignoredSheet),
    ...sheets.flatMap(aboveHeader),
    ...given.flatMap((sheet) => hiddenSheet(sheet, drafts)),
    ...read.flatMap((table) => table.remarks),
    ...numbered.flatMap(({ draft, number }) => numberRemark(draft, number)),
    ...projects.flatMap((project) => project.remarks),
  ]
  return ok({ projects: projects.map(({ project }) => project), remarks: inOrder(remarks, sheets) })
}

function numberRemark(draft: PlanDraft, { no, because }: GivenNumber): readonly PlanRemark[] {
  if (because === null || !draft.columns.includes('number')) return []
  const printed = draft.fields.number.text
  const text = printed === '' ? String(no) : `${printed} → ${no}`
  return [{ sheet: draft.sheet, row: draft.row, code: because, text }]
}

function ignoredSheet(sheet: Sheet): readonly PlanRemark[] {
  const first = seenRows(sheet).find((row) => ownTexts(row).length > 0)
  if (!first || planTablesOf(sheet).length > 0) return []
  const code: PlanRemarkCode = 'sheet-ignored'
  return [{ sheet: sheet.name, row: first.number, code, text: rowText(first) }]
}

/** Projects may stand above the first header that was understood: titles have no number before them. */
function aboveHeader(sheet: Sheet): readonly PlanRemark[] {
  const [first] = planTablesOf(sheet)
  if (!first) return []
  const code: PlanRemarkCode = 'line-above-header'
  return seenRows(sheet)
    .filter((row) => row.number < first.header.number && isNumbered(row))
    .map((row) => ({ sheet: sheet.name, row: row.number, code, text: rowText(row) }))
}

function isNumbered(row: SeenRow): boolean {
  const [first = '', second] = ownTexts(row)
  return second !== undefined && planNumber(first) !== null
}

function hiddenSheet(sheet: Sheet, drafts: readonly PlanDraft[]): readonly PlanRemark[] {
  const own = drafts.filter((draft) => draft.sheet === sheet.name)
  const [first] = own
  if (sheet.isHidden !== true || !first) return []
  const code: PlanRemarkCode = 'sheet-hidden'
  return [{ sheet: sheet.name, row: first.row, code, text: String(own.length) }]
}

function inOrder(remarks: readonly PlanRemark[], sheets: readonly Sheet[]): readonly PlanRemark[] {
  const place = new Map(sheets.map(({ name }, i) => [name, i]))
  return remarks.toSorted(
    (a, b) => (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || a.row - b.row,
  )
}
