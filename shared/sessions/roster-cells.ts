import { cellAt, emptyCell, type Cell, type SheetRow } from '#shared/core/sheets'
import { comparable } from '#shared/core/text'
import type { RosterColumns, RosterField } from './roster-columns.ts'

/** Values that a merged cell of a unit, stage or subject column gives to the rows under it. */
export type MergedValues = ReadonlyMap<RosterField, ReadonlyMap<number, Cell>>

/** The cells of one line by their field. */
export interface PersonCells {
  /** The cell of a field: the first that is filled of its columns, else what a merged cell gives. */
  cell(field: RosterField): Cell
  /** The text of that cell, empty when it is an error or no text at all. */
  words(field: RosterField): string
  /** Is the cell of any of these fields an error or no text at all? */
  isUnreadable(...fields: readonly RosterField[]): boolean
  /** What stands in cells that are errors or no text, of fields that are kept beside name and number. */
  readonly unreadable: readonly string[]
  /** Of fields with two columns, what the second says otherwise than the first. */
  readonly differ: ReadonlyMap<RosterField, string>
}

/** Sorts one line of a roster into its fields; a cell that holds an error gives no text. */
export function personCells(
  source: SheetRow,
  columns: RosterColumns,
  merged: MergedValues,
): PersonCells {
  const filled = new Map([...columns].map(([field, list]) => [field, filledCells(source, list)]))
  const cell = (field: RosterField): Cell =>
    filled.get(field)?.[0] ?? merged.get(field)?.get(source.number) ?? emptyCell
  const isUnreadable = (...fields: readonly RosterField[]): boolean =>
    fields.some((field) => cell(field).kind === 'other')
  return {
    cell,
    words: (field) => (isUnreadable(field) && field !== 'name' ? '' : cell(field).text),
    isUnreadable,
    unreadable: [...columns.keys()].flatMap((field) =>
      !askedElsewhere.has(field) && isUnreadable(field) ? [cell(field).text] : [],
    ),
    differ: new Map(
      [...filled].flatMap(([field, [first, ...others]]) => {
        const other = others.find(
          ({ text }) => first && comparable(text) !== comparable(first.text),
        )
        return other ? [[field, other.text.trim()] as const] : []
      }),
    ),
  }
}

/** An error here holds the line, or is nothing that anybody keeps. */
const askedElsewhere: ReadonlySet<RosterField> = new Set<RosterField>(['name', 'docNo', 'seq'])

function filledCells(source: SheetRow, columns: readonly number[]): readonly Cell[] {
  return columns.map((column) => cellAt(source, column)).filter(({ text }) => text.trim() !== '')
}
