import { emptyCell, isBlankRow } from '#shared/core/sheets'
import type { Sheet } from '#shared/core/sheets'
import { isNameHeader, planColumnsOf } from './plan-columns.ts'
import { seenRows } from './seen-rows.ts'
import type { SeenRow } from './seen-rows.ts'

/**
 * A sheet with two tables side by side as two sheets of the same name, from left to right; any other
 * sheet as it is. What stands above the tables stays with the left one.
 */
export function tablesSideBySide(sheet: Sheet): readonly Sheet[] {
  const header = seenRows(sheet).find((row) => planColumnsOf(row) !== null)
  const start = header && startOfSecond(header)
  if (start === undefined) return [sheet]
  return [partOf(sheet, 1, start - 1), ...tablesSideBySide(partOf(sheet, start, Infinity))]
}

/** The column where a header begins anew: where its first word stands again, or else its second name. */
function startOfSecond(header: SeenRow): number | undefined {
  const own = header.cells.filter(({ text, column }, i) => text !== '' && column === i + 1)
  const [first, second] = own.filter(({ text }) => isNameHeader(text))
  if (!first || !second) return undefined
  const again = own.find(
    ({ text, column }) => text === own[0]?.text && column > first.column && column <= second.column,
  )
  const start = (again ?? second).column
  const right = header.cells.map((cell, i) => (i + 1 < start ? { ...cell, text: '' } : cell))
  return planColumnsOf({ ...header, cells: right }) === null ? undefined : start
}

function partOf(sheet: Sheet, left: number, right: number): Sheet {
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.slice(0, right).map((cell, i) => (i + 1 < left ? emptyCell : cell)),
  }))
  return {
    ...sheet,
    rows: rows.filter((row) => !isBlankRow(row)),
    merges: sheet.merges
      .filter((range) => range.left >= left && range.left <= right)
      .map((range) => ({ ...range, right: Math.min(range.right, right) })),
  }
}
