import type { MergedRange, Sheet } from '#shared/core/sheets'
import { onOneLine } from '#shared/core/text'

/** A cell as a person sees it: in a merged range every cell shows what stands in its top left one. */
export interface SeenCell {
  readonly text: string
  /** The column in which the text stands; of a merged range its left column. */
  readonly column: number
  /** The row in which the text stands; of a merged range its top row. */
  readonly row: number
}

export interface SeenRow {
  readonly number: number
  /** From column 1. */
  readonly cells: readonly SeenCell[]
}

/** A range merged to the last column of a workbook is not followed further than any plan is wide. */
const widestPlan = 200

/** The rows of a sheet with merged cells filled in; blanks around a text are gone, line breaks inside stay. */
export function seenRows(sheet: Sheet): readonly SeenRow[] {
  const texts = new Map(
    sheet.rows.map((row) => [row.number, row.cells.map((cell) => tidy(cell.text))]),
  )
  const waiting = sheet.merges.toSorted((a, b) => b.top - a.top)
  let reaching: readonly MergedRange[] = []
  return sheet.rows.map(({ number, cells: own }) => {
    while ((waiting.at(-1)?.top ?? Infinity) <= number) {
      const next = waiting.pop()
      if (next) reaching = [...reaching, next]
    }
    reaching = reaching.filter(({ bottom }) => bottom >= number)
    const ranges = rangesByColumn(reaching, Math.max(own.length, widestPlan))
    const width = Math.max(own.length, ...ranges.keys())
    const cells = Array.from({ length: width }, (_, i) => {
      const { top: row, left: column } = ranges.get(i + 1) ?? { top: number, left: i + 1 }
      return { text: texts.get(row)?.[column - 1] ?? '', column, row }
    })
    return { number, cells }
  })
}

/** The texts that stand in this row itself, from left to right. */
export function ownTexts(row: SeenRow): readonly string[] {
  return row.cells
    .filter((cell, i) => cell.row === row.number && cell.column === i + 1 && cell.text !== '')
    .map(({ text }) => text)
}

/** A row on one line, as a remark shows it. */
export function rowText(row: SeenRow): string {
  return ownTexts(row).map(onOneLine).join(' | ')
}

/** The range that covers each column of a row, the first of several. */
function rangesByColumn(
  merges: readonly MergedRange[],
  widest: number,
): ReadonlyMap<number, MergedRange> {
  const ranges = new Map<number, MergedRange>()
  for (const range of merges) {
    for (let column = range.left; column <= Math.min(range.right, widest); column++) {
      if (!ranges.has(column)) ranges.set(column, range)
    }
  }
  return ranges
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}
