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

/** The rows of a sheet with merged cells filled in; blanks around a text are gone, line breaks inside stay. */
export function seenRows(sheet: Sheet): readonly SeenRow[] {
  const width = Math.max(0, ...widthsOf(sheet))
  const texts = new Map(
    sheet.rows.map((row) => [row.number, row.cells.map((cell) => tidy(cell.text))]),
  )
  return sheet.rows.map(({ number }) => {
    const merges = sheet.merges.filter(({ top, bottom }) => top <= number && number <= bottom)
    const cells = Array.from({ length: width }, (_, i) => {
      const { top: row, left: column } = rangeOf(merges, number, i + 1)
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

function widthsOf({ rows }: Sheet): readonly number[] {
  return [...new Set(rows.map(({ cells }) => cells.length))]
}

function rangeOf(
  merges: readonly MergedRange[],
  row: number,
  column: number,
): Pick<MergedRange, 'top' | 'left'> {
  const inside = merges.find(({ left, right }) => left <= column && column <= right)
  return inside ?? { top: row, left: column }
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}
