import { emptyCell, isBlankRow } from '#shared/core/sheets'
import type { Cell, MergedRange, Sheet, SheetRow } from '#shared/core/sheets'
import { refuse, ok } from '#shared/core/result'
import type { Result } from '#shared/core/result'
import { columnNumber, rangeOf, withinUsed } from './xlsx-address.ts'
import { cellOf } from './xlsx-cell.ts'
import type { CellTables, RawCell } from './xlsx-cell.ts'
import { longestCell, mostColumns, mostRowNumber, spreadsheetNamespaces } from './xlsx-names.ts'
import { stringRuns } from './xlsx-strings.ts'
import type { StringRuns } from './xlsx-strings.ts'
import { attributeIn, isOn, walkXml } from './walk-xml.ts'
import type { XmlTag, XmlVisitor } from './walk-xml.ts'

/** Far above any list of a school, far below what fills a laptop's memory. */
const mostRows = 200_000
const mostMerges = 20_000
const mostCells = 3_000_000

/** What one worksheet part holds, and how many of its rows hold anything, blank or not. */
export interface SheetContent {
  readonly rows: Sheet['rows']
  readonly merges: Sheet['merges']
  readonly filledRows: number
}

/** A row or cell while it is read; positions that are not written are counted. */
interface OpenRow {
  readonly number: number
  readonly isHidden: boolean
  readonly cells: Cell[]
  lastColumn: number
  isFilled: boolean
}
type OpenCell = { -readonly [K in keyof RawCell]: RawCell[K] } & { readonly column: number }

/**
 * Reads one worksheet part. Rows keep their order and never overwrite one another: a number that
 * does not rise counts on from the row above. Refuses `file-unreadable` for a damaged part and
 * `file-too-large` beyond 200,000 rows, 20,000 merged ranges or the length a cell can have.
 */
export function readSheetPart(part: Uint8Array, tables: CellTables): Result<SheetContent> {
  const reading = newReading(tables)
  const isSound = walkXml(part, spreadsheetNamespaces, visitorOf(reading))
  if (reading.isTooLarge) return refuse('file-too-large')
  if (!isSound || !reading.isSheet) return refuse('file-unreadable')
  const { rows, filledRows } = reading
  return ok({ rows, filledRows, merges: withinUsed(reading.merges, reading) })
}

/** What is known on the walk through one part. */
interface Reading {
  readonly tables: CellTables
  readonly rows: SheetRow[]
  readonly merges: MergedRange[]
  readonly runs: StringRuns
  filledRows: number
  isSheet: boolean
  isTooLarge: boolean
  row: OpenRow | null
  cell: OpenCell | null
  into: 'value' | 'formula' | null
  lastNumber: number
  lastColumn: number
  cellCount: number
}

function newReading(tables: CellTables): Reading {
  return {
    tables,
    rows: [],
    merges: [],
    runs: stringRuns(),
    filledRows: 0,
    isSheet: false,
    isTooLarge: false,
    row: null,
    cell: null,
    into: null,
    lastNumber: 0,
    lastColumn: 0,
    cellCount: 0,
  }
}

function visitorOf(reading: Reading): XmlVisitor {
  return {
    open: (tag) => {
      openTag(reading, tag)
    },
    close: (name) => {
      closeTag(reading, name)
    },
    text: (text) => {
      const { cell, into, runs } = reading
      if (cell && into) cell[into] = (cell[into] ?? '') + text
      else if (cell) runs.text(text)
    },
    isDone: () => reading.isTooLarge,
  }
}

function openTag(reading: Reading, tag: XmlTag): void {
  switch (tag.local) {
    case 'worksheet':
      reading.isSheet = true
      return
    case 'row':
      reading.row = openRow(tag, reading.lastNumber)
      return
    case 'c':
      reading.cell = reading.row && openCell(tag, reading.row.lastColumn)
      return
    case 'mergeCell':
      reading.merges.push(...rangeOf(attributeIn(tag, 'ref') ?? ''))
      reading.isTooLarge ||= reading.merges.length > mostMerges
      return
    default:
      openInside(reading, tag.local)
  }
}

/** The parts of a cell that hold its content; a row with any of them is filled. */
const contents: Readonly<Record<string, 'value' | 'formula' | 'text'>> = {
  v: 'value',
  f: 'formula',
  t: 'text',
}

function openInside(reading: Reading, name: string): void {
  const { cell, row, runs } = reading
  if (!cell || !row) return
  runs.open(name)
  if (name === 'is') cell.text = ''
  const content = contents[name]
  if (content === undefined) return
  row.isFilled = true
  if (content === 'text') return
  reading.into = content
  cell[content] ??= ''
}

function closeTag(reading: Reading, name: string): void {
  if (name === 'c') closeCell(reading)
  else if (name === 'row') closeRow(reading)
  else if (reading.cell) {
    reading.into = null
    reading.runs.close(name)
  }
}

function closeCell(reading: Reading): void {
  const { row, cell } = reading
  reading.cell = null
  if (!row || !cell) return
  const runs = reading.runs.take()
  if (cell.text !== null) cell.text = runs
  row.lastColumn = cell.column
  reading.lastColumn = Math.max(reading.lastColumn, cell.column)
  const read = cellOf(cell, reading.tables)
  reading.isTooLarge ||= read.text.length > longestCell || cell.column > mostColumns
  if (read.text !== '' && !reading.isTooLarge) place(row.cells, cell.column, read)
}

function closeRow(reading: Reading): void {
  const { row } = reading
  reading.row = null
  if (!row) return
  reading.lastNumber = row.number
  if (row.isFilled) reading.filledRows++
  reading.cellCount += row.cells.length
  reading.isTooLarge ||= reading.rows.length >= mostRows || reading.cellCount > mostCells
  const { number, cells, isHidden } = row
  const read: SheetRow = { number, cells, ...(isHidden ? { isHidden } : {}) }
  if (!isBlankRow(read)) reading.rows.push(read)
}

function openRow(tag: XmlTag, lastNumber: number): OpenRow {
  const written = Number(attributeIn(tag, 'r') ?? 0)
  const isHidden = isOn(attributeIn(tag, 'hidden'))
  const isRising = written > lastNumber && written <= mostRowNumber
  const number = isRising ? Math.floor(written) : lastNumber + 1
  return { number, isHidden, cells: [], lastColumn: 0, isFilled: false }
}

function openCell(tag: XmlTag, lastColumn: number): OpenCell {
  const letters = /^\$?([A-Za-z]{1,4})/.exec(attributeIn(tag, 'r') ?? '')?.[1]
  return {
    column: letters === undefined ? lastColumn + 1 : columnNumber(letters),
    type: attributeIn(tag, 't') ?? 'n',
    style: Number(attributeIn(tag, 's') ?? 0),
    value: null,
    text: null,
    formula: null,
  }
}

/** Two cells at one place are damage: both are shown, as nothing that could be a name or a number. */
function place(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(emptyCell)
  const there = cells[column - 1] ?? emptyCell
  cells[column - 1] =
    there.text === '' ? cell : { text: `${there.text} ${cell.text}`, kind: 'other' }
}
