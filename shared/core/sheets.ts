/**
 * What a reader of any workbook, text table or document hands to the rules: cells with the kind
 * they had in the file, so that a rule can tell a number that looks like an identity number from
 * a text. Rows and columns count from 1, as people see them.
 */
export interface Cell {
  /** The cell's text as a person sees it, line breaks kept; a number in full digits. */
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'other'
}

export interface SheetRow {
  /** The row's own number in the file, from 1. */
  readonly number: number
  /** One entry per column, from column 1; absent cells are `emptyCell`. */
  readonly cells: readonly Cell[]
  /** True when the file hides this row from people. */
  readonly isHidden?: boolean
}

/** Top, left, bottom, right, from 1, inclusive. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Sheet {
  readonly name: string
  /** Only rows that hold something, in order; numbers may have gaps. */
  readonly rows: readonly SheetRow[]
  readonly merges: readonly MergedRange[]
  /** True when the file hides this sheet from people. */
  readonly isHidden?: boolean
}

export const emptyCell: Cell = { text: '', kind: 'text' }

/** The cell in a column (from 1), empty when the row is shorter. */
export function cellAt(row: SheetRow, column: number): Cell {
  return row.cells[column - 1] ?? emptyCell
}

/** Is there nothing to see in this row? */
export function isBlankRow(row: SheetRow): boolean {
  return row.cells.every((cell) => cell.text.trim() === '')
}
