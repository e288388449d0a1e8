import { emptyCell } from '#shared/core/sheets'
import type { Cell } from '#shared/core/sheets'
import { isoToText, serialToText } from './xlsx-dates.ts'
import { decodeEscapes } from './xlsx-strings.ts'

/** What cells of a workbook refer to. */
export interface CellTables {
  readonly strings: readonly string[]
  /** Styles that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>
  readonly is1904: boolean
}

/** A cell as it stands in a part. */
export interface RawCell {
  readonly type: string
  readonly style: number
  /** The stored value; null when there is none. */
  readonly value: string | null
  /** The text written inside the cell; null when there is none. */
  readonly text: string | null
  /** The formula; null when there is none. */
  readonly formula: string | null
}

/**
 * A cell with the kind it had. A formula that no program has worked out yet is `other` with the
 * formula as its text, and so is an error: a row that holds one is not blank, and neither is a name.
 */
export function cellOf(raw: RawCell, tables: CellTables): Cell {
  if (isNotWorkedOut(raw)) return { text: `=${raw.formula ?? ''}`, kind: 'other' }
  if (raw.text !== null) return textCell(raw.text)
  return raw.value === null || raw.value === '' ? emptyCell : valueCell(raw, raw.value, tables)
}

function valueCell({ type, style }: RawCell, value: string, tables: CellTables): Cell {
  switch (type) {
    case 's':
      return sharedCell(value, tables.strings)
    case 'str':
    case 'inlineStr':
      return textCell(decodeEscapes(value))
    case 'b':
      return { text: value === '0' || value === 'false' ? 'FALSE' : 'TRUE', kind: 'other' }
    case 'e':
      return { text: value, kind: 'other' }
    case 'd':
      return dateCell(value, isoToText(value))
    default:
      return numberCell(value, style, tables)
  }
}

/** A program that works formulas out stores an empty text as such; another leaves no value at all. */
function isNotWorkedOut({ type, value, formula, text }: RawCell): boolean {
  if (formula === null || text !== null) return false
  return value === null || (value === '' && type !== 'str')
}

function textCell(text: string): Cell {
  return text === '' ? emptyCell : { text, kind: 'text' }
}

/** An index that leads nowhere is damage: the cell must not look empty. */
function sharedCell(value: string, strings: readonly string[]): Cell {
  const text = strings[Number(value)]
  return text === undefined ? { text: `#${value}`, kind: 'other' } : textCell(text)
}

function dateCell(value: string, text: string | null): Cell {
  return text === null ? textCell(value) : { text, kind: 'date' }
}

function numberCell(value: string, style: number, { dateStyles, is1904 }: CellTables): Cell {
  const number = value.trim() === '' ? NaN : Number(value)
  if (!Number.isFinite(number)) return textCell(value)
  const date = dateStyles.has(style) ? serialToText(number, is1904) : null
  return date === null ? { text: fullDigits(number), kind: 'number' } : { text: date, kind: 'date' }
}

/** A number without exponent or thousands marks, rounded to the 15 digits a spreadsheet shows. */
function fullDigits(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  const shown = Number(value.toPrecision(15))
  const text = shown.toString()
  return text.includes('e') ? shown.toFixed(20).replace(/\.?0+$/, '') : text
}
