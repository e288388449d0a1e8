/**
 * Sorts the lines of one sheet. A row is a non-empty line below a header; titles above it are none.
 * Where two tables stand side by side, a line is a row of each in which it holds something.
 *
 * Above the first header, and in a sheet without one, there are no rows by that definition; a remark
 * counts the lines. But lines there that surely are people count as rows and are held: a header that
 * was not understood must not make anybody vanish.
 */
import { emptyCell, isBlankRow, type Sheet, type SheetRow } from '#shared/core/sheets'
import type { MergedValues } from './roster-cells.ts'
import type { RosterBlock } from './roster-columns.ts'
import { headerAt, type FoundHeader } from './roster-header.ts'
import { isGrandTotal, lineKind, statedTotal, type LineCode } from './roster-lines.ts'
import type { IgnoredCode, IgnoredLine, RosterPlace, RosterRemark } from './roster-model.ts'
import { isNumberedPerson, isSurelySomebody } from './roster-names.ts'
import { mergedValues, readPerson, type RosterDraft } from './roster-row.ts'

export interface SheetReading {
  readonly hasHeader: boolean
  readonly drafts: readonly RosterDraft[]
  readonly ignored: readonly IgnoredLine[]
  readonly remarks: readonly RosterRemark[]
  /** Sums of everyone above them in this sheet, as the sheet states them. */
  readonly totals: readonly { readonly place: RosterPlace; readonly stated: number }[]
}

/** A reading while lines are added to it. */
interface OpenReading {
  readonly sheet: Sheet
  readonly drafts: RosterDraft[]
  readonly ignored: IgnoredLine[]
  readonly remarks: RosterRemark[]
  readonly totals: SheetReading['totals'][number][]
}

/** One table under a header, and what the line before was in it. */
interface OpenTable {
  readonly block: RosterBlock
  readonly merged: MergedValues
  before: LineCode | null
}

/** Reads one sheet of a roster; the lines of `ignored` and `drafts` together are its rows. */
export function readRosterSheet(sheet: Sheet): SheetReading {
  const lines = sheet.rows.filter((row) => !isBlankRow(row))
  const reading: OpenReading = { sheet, drafts: [], ignored: [], remarks: [], totals: [] }
  const first = lines.findIndex((_, i) => headerAt(lines, i, sheet.merges) !== null)
  if (first < 0) readHeaderless(reading, lines)
  else {
    readAboveHeader(reading, lines.slice(0, first))
    readBelowHeader(reading, lines.slice(first))
  }
  reading.remarks.push(...hiddenRemarks(reading, lines))
  const { drafts, ignored, remarks, totals } = reading
  return { hasHeader: first >= 0, drafts, ignored, remarks, totals }
}

function readBelowHeader(reading: OpenReading, lines: readonly SheetRow[]): void {
  const { sheet } = reading
  let tables: readonly OpenTable[] = []
  for (let i = 0; i < lines.length; i++) {
    const row = lines[i]
    if (!row) continue
    const found = headerAt(lines, i, sheet.merges)
    if (!found) {
      readLine(reading, tables, row)
      continue
    }
    const headerLines = lines.slice(i, i + found.lines)
    const lastRow = headerLines.at(-1)?.number ?? row.number
    tables = found.header.blocks.map((block) => ({
      block,
      merged: mergedValues(sheet, lastRow, block.columns),
      before: null,
    }))
    reading.remarks.push(...twiceRemarks(placeOf(sheet, row), found))
    if (i > 0) for (const line of headerLines) ignore(reading, line, 'header-again')
    i += found.lines - 1
  }
}

function readLine(reading: OpenReading, tables: readonly OpenTable[], line: SheetRow): void {
  let beside: LineCode | null = null
  for (const table of tables) {
    const row = partOf(line, table.block)
    if (isBlankRow(row)) continue
    const { columns } = table.block
    const place = placeOf(reading.sheet, row)
    beside = lineKind(row, columns, table.before, beside)
    table.before = beside
    if (beside === null) reading.drafts.push(readPerson(place, row, columns, table.merged))
    else ignore(reading, row, beside)
    const stated = beside === 'total' && isGrandTotal(row) ? statedTotal(row) : null
    if (stated !== null) reading.totals.push({ place, stated })
  }
}

/** The cells of a line that belong to one table, in their places. */
function partOf(row: SheetRow, { left, right }: RosterBlock): SheetRow {
  if (left === 1 && right === Infinity) return row
  const cells = row.cells.slice(0, right).map((cell, i) => (i + 1 < left ? emptyCell : cell))
  return { ...row, cells }
}

function readHeaderless(reading: OpenReading, lines: readonly SheetRow[]): void {
  const people = lines.filter(isSurelySomebody)
  holdUnread(reading, people)
  const [first] = lines
  if (!first) return
  const params = { lines: lines.length, people: people.length }
  reading.remarks.push({ ...placeOf(reading.sheet, first), code: 'sheet-without-header', params })
}

function readAboveHeader(reading: OpenReading, lines: readonly SheetRow[]): void {
  const people = lines.filter((line) => isSurelySomebody(line) || isNumberedPerson(line))
  holdUnread(reading, people)
  const [first] = people
  if (!first) return
  const params = { people: people.length }
  reading.remarks.push({ ...placeOf(reading.sheet, first), code: 'lines-above-header', params })
}

/** People of whom no header says which cell is what. */
function holdUnread(reading: OpenReading, people: readonly SheetRow[]): void {
  for (const row of people) {
    const read = readPerson(placeOf(reading.sheet, row), row, new Map(), new Map())
    reading.drafts.push({ ...read, fault: 'unreadable' })
  }
}

/** Nobody is left out for standing where nobody looks, but nobody is enrolled from there unsaid either. */
function hiddenRemarks(
  { sheet, drafts }: OpenReading,
  lines: readonly SheetRow[],
): readonly RosterRemark[] {
  const [first] = lines
  const hidden = lines.filter((row) => row.isHidden === true)
  const numbers = new Set(hidden.map((row) => row.number))
  const people = drafts.filter(({ row }) => numbers.has(row.row)).length
  const [firstHidden] = hidden
  const inSheet = { people: drafts.length }
  const inRows = { lines: hidden.length, people }
  return [
    ...(first && sheet.isHidden === true
      ? [{ ...placeOf(sheet, first), code: 'sheet-hidden' as const, params: inSheet }]
      : []),
    ...(firstHidden
      ? [{ ...placeOf(sheet, firstHidden), code: 'rows-hidden' as const, params: inRows }]
      : []),
  ]
}

function twiceRemarks(place: RosterPlace, { header }: FoundHeader): readonly RosterRemark[] {
  return header.repeated.map((column) => ({ ...place, code: 'column-twice', params: { column } }))
}

function ignore(reading: OpenReading, row: SheetRow, code: IgnoredCode): void {
  reading.ignored.push({ ...placeOf(reading.sheet, row), code, text: textOf(row) })
}

function placeOf(sheet: Sheet, row: SheetRow): RosterPlace {
  return { sheet: sheet.name, row: row.number }
}

function textOf(row: SheetRow): string {
  return row.cells
    .map((cell) => cell.text.trim())
    .filter((text) => text !== '')
    .join(' ')
}
