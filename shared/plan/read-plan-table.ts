import { onOneLine } from '#shared/core/text'
import { parseHeadcount } from './headcount.ts'
import type { PlanRemark, PlanRemarkCode } from './model.ts'
import { planFields } from './plan-columns.ts'
import type { PlanField } from './plan-columns.ts'
import { fieldTexts, isSubtotal, rowKindOf } from './plan-rows.ts'
import type { FieldTexts, RowKind } from './plan-rows.ts'
import type { PlanTable } from './plan-tables.ts'
import { rowText } from './seen-rows.ts'
import type { SeenRow } from './seen-rows.ts'

/** A project as the lines of one table have it, before its texts are read. */
export interface PlanDraft {
  readonly sheet: string
  readonly row: number
  readonly fields: FieldTexts
  /** The fields that have a column in this table, 序号 only when any project has one. */
  readonly columns: readonly PlanField[]
}

interface Line {
  readonly row: SeenRow
  readonly fields: FieldTexts
  readonly kind: RowKind
}

/** The projects of one table, and a remark for every other line and for columns absent or not read. */
export function readPlanTable(table: PlanTable): {
  readonly drafts: readonly PlanDraft[]
  readonly remarks: readonly PlanRemark[]
} {
  const lines = table.rows.map((row): Line => {
    const fields = fieldTexts(row, table.columns, table.headerEnd)
    return { row, fields, kind: rowKindOf(row, fields) }
  })
  const projects = lines.filter(({ kind }) => kind === 'project')
  const isNumbered = projects.some(({ fields }) => fields.number.text !== '')
  const columns = planFields.filter(
    (field) =>
      table.columns[field].length > 0 &&
      (field !== 'number' || isNumbered || projects.length === 0),
  )
  const drafts = linesByProject(lines).map(([first, ...joined]) => ({
    sheet: table.sheet,
    row: first.row.number,
    fields: joined.reduce((fields, line) => withTextsOf(fields, line.fields), first.fields),
    columns,
  }))
  return {
    drafts,
    remarks: [
      ...headerRemarks(table, columns, projects),
      ...lines.flatMap(({ row, kind }) =>
        kind === 'project' ? [] : [remarkOn(table, row, kind, rowText(row))],
      ),
      ...totalRemarks(table, lines, drafts),
    ],
  }
}

/** A project's own line with the lines that its merged name reaches down to. */
function linesByProject(lines: readonly Line[]): readonly (readonly [Line, ...Line[]])[] {
  const groups: [Line, ...Line[]][] = []
  for (const line of lines) {
    if (line.kind === 'project') groups.push([line])
    if (line.kind === 'row-joined') groups.at(-1)?.push(line)
  }
  return groups
}

function withTextsOf(fields: FieldTexts, below: FieldTexts): FieldTexts {
  const entries = planFields.map((field) => {
    const [{ text, isFromAbove }, more] = [fields[field], below[field]]
    const added = more.isFromAbove || more.text === '' ? [] : [more.text]
    return [field, { text: [text, ...added].filter(Boolean).join('\n'), isFromAbove }] as const
  })
  return Object.fromEntries(entries) as Record<PlanField, FieldTexts[PlanField]>
}

function headerRemarks(
  table: PlanTable,
  columns: readonly PlanField[],
  projects: readonly Line[],
): readonly PlanRemark[] {
  const say = (code: PlanRemarkCode, text = '') => remarkOn(table, table.header, code, text)
  const absent = (['number', 'headcount', 'mode', 'time'] as const).filter(
    (field) => !columns.includes(field),
  )
  const read = new Set(Object.values(table.columns).flat())
  const width = [table.header, ...table.rows].reduce((w, { cells }) => Math.max(w, cells.length), 0)
  const unread = Array.from({ length: width }, (_, i) => i).flatMap((i) => {
    const text = table.header.cells[i]?.text ?? ''
    const isFilled = projects.some(({ row }) => {
      const cell = row.cells[i]
      return cell !== undefined && cell.text !== '' && cell.column === i + 1
    })
    return !read.has(i + 1) && isFilled ? [text === '' ? String(i + 1) : text] : []
  })
  return [
    ...(table.isBelowAnother ? [say('header-repeated', rowText(table.header))] : []),
    ...absent.map((field) => say(`no-${field}-column`)),
    ...[...new Set(unread)].map((text) => say('column-ignored', text)),
  ]
}

/** A 合计 that is not the sum of the figures above; a 小计 is a part and is not checked. */
function totalRemarks(
  table: PlanTable,
  lines: readonly Line[],
  drafts: readonly PlanDraft[],
): readonly PlanRemark[] {
  return lines.flatMap(({ row, fields, kind }) => {
    const { headcount } = parseHeadcount(fields.headcount.text)
    if (kind !== 'total-row' || headcount === null || isSubtotal(row)) return []
    const sum = drafts
      .filter((draft) => draft.row < row.number && !draft.fields.headcount.isFromAbove)
      .reduce(
        (total, draft) => total + (parseHeadcount(draft.fields.headcount.text).headcount ?? 0),
        0,
      )
    return sum === headcount ? [] : [remarkOn(table, row, 'total-differs', `${headcount} ≠ ${sum}`)]
  })
}

function remarkOn(table: PlanTable, row: SeenRow, code: PlanRemarkCode, text: string): PlanRemark {
  return { sheet: table.sheet, row: row.number, code, text: onOneLine(text) }
}
