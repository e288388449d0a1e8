/**
 * Sorts the lines of one sheet. A row is a non-empty line below a header; titles above it are none.
 *
 * A sheet without a header has no rows by that definition: a remark counts its lines. But lines
 * there that hold an identity number are surely people, so they count as rows and are held.
 */
import { isBlankRow, type Sheet, type SheetRow } from '#shared/core/sheets'
import { checkDocumentNumber } from '#shared/people/document-number'
import { readHeader, type RosterHeader } from './roster-columns.ts'
import { isGrandTotal, lineKind, statedTotal, type LineCode } from './roster-lines.ts'
import type { IgnoredCode, IgnoredLine, RosterPlace, RosterRemark } from './roster-model.ts'
import { isRounded, mergedValues, readPerson, type RosterDraft } from './roster-row.ts'

export interface SheetReading {
  readonly hasHeader: boolean
  readonly drafts: readonly RosterDraft[]
  readonly ignored: readonly IgnoredLine[]
  readonly remarks: readonly RosterRemark[]
  /** Sums of everyone above them in this sheet, as the sheet states them. */
  readonly totals: readonly { readonly place: RosterPlace; readonly stated: number }[]
}

/** Reads one sheet of a roster; the lines of `ignored` and `drafts` together are its rows. */
export function readRosterSheet(sheet: Sheet): SheetReading {
  const lines = sheet.rows.filter((row) => !isBlankRow(row))
  const first = lines.findIndex((row) => readHeader(row) !== null)
  return first < 0 ? readHeaderless(sheet.name, lines) : readBelowHeader(sheet, lines.slice(first))
}

function readBelowHeader(sheet: Sheet, lines: readonly SheetRow[]): SheetReading {
  const reading = {
    hasHeader: true,
    drafts: [] as RosterDraft[],
    ignored: [] as IgnoredLine[],
    remarks: [] as RosterRemark[],
    totals: [] as SheetReading['totals'][number][],
  }
  let header: RosterHeader = { columns: new Map(), repeated: [] }
  let merged: ReturnType<typeof mergedValues> = new Map()
  let before: LineCode | null = null
  for (const [i, row] of lines.entries()) {
    const place = { sheet: sheet.name, row: row.number }
    const found = readHeader(row)
    if (found) {
      header = found
      merged = mergedValues(sheet, row.number, found.columns)
      reading.remarks.push(...twiceRemarks(place, found))
      if (i > 0) reading.ignored.push(ignoredLine(place, 'header-again', textOf(row)))
      before = null
      continue
    }
    before = lineKind(row, header, before)
    if (before === null) reading.drafts.push(readPerson(place, row, header.columns, merged))
    else reading.ignored.push(ignoredLine(place, before, textOf(row)))
    const stated = before === 'total' && isGrandTotal(row) ? statedTotal(row) : null
    if (stated !== null) reading.totals.push({ place, stated })
  }
  return reading
}

function readHeaderless(sheet: string, lines: readonly SheetRow[]): SheetReading {
  const people = lines.filter(holdsIdentityNumber)
  const [first] = lines
  return {
    hasHeader: false,
    drafts: people.map((row) => ({
      ...readPerson({ sheet, row: row.number }, row, new Map(), new Map()),
      fault: 'unreadable',
    })),
    ignored: [],
    remarks: first
      ? [
          {
            sheet,
            row: first.number,
            code: 'sheet-without-header',
            params: { lines: lines.length, people: people.length },
          },
        ]
      : [],
    totals: [],
  }
}

function holdsIdentityNumber(row: SheetRow): boolean {
  return row.cells.some((cell) => isRounded(cell) || checkDocumentNumber('1', cell.text).ok)
}

function twiceRemarks(place: RosterPlace, header: RosterHeader): readonly RosterRemark[] {
  return header.repeated.map((column) => ({ ...place, code: 'column-twice', params: { column } }))
}

function ignoredLine(place: RosterPlace, code: IgnoredCode, text: string): IgnoredLine {
  return { ...place, code, text }
}

function textOf(row: SheetRow): string {
  return row.cells
    .map((cell) => cell.text.trim())
    .filter((text) => text !== '')
    .join(' ')
}
