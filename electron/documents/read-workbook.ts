import ExcelJS, { type CellValue, type Row, type Worksheet } from 'exceljs'
import { ok, refuse, type Result } from '#shared/core/result'
import {
  emptyCell,
  isBlankRow,
  type Cell,
  type MergedRange,
  type Sheet,
  type SheetRow,
} from '#shared/core/sheets'

/**
 * Every sheet of an xlsx workbook, with its cells as people see them and the kind they had. A
 * merged range has its value in the top-left cell only. Refuses `file-unreadable` when it is no
 * sound package, `file-kind-unknown` when it is one without sheets (a .docx), `file-empty` when no
 * cell holds anything.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Sheet[]>> {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    // The library throws plain errors of many kinds for a damaged package; all mean the same here.
    return refuse('file-unreadable')
  }
  if (workbook.worksheets.length === 0) return refuse('file-kind-unknown')
  const sheets = workbook.worksheets.map(sheetOf)
  return sheets.some((sheet) => sheet.rows.length > 0) ? ok(sheets) : refuse('file-empty')
}

function sheetOf(worksheet: Worksheet): Sheet {
  const rows: SheetRow[] = []
  worksheet.eachRow((row, number) => {
    const read = { number, cells: cellsOf(row) }
    if (!isBlankRow(read)) rows.push(read)
  })
  return { name: worksheet.name, rows, merges: worksheet.model.merges.flatMap(rangeOf) }
}

function cellsOf(row: Row): readonly Cell[] {
  const cells: Cell[] = []
  row.eachCell((cell, column) => {
    while (cells.length < column - 1) cells.push(emptyCell)
    cells.push(cell.type === ExcelJS.ValueType.Merge ? emptyCell : cellOf(cell.value))
  })
  return cells
}

function cellOf(value: CellValue): Cell {
  if (value === null || value === undefined) return emptyCell
  if (typeof value === 'string') return { text: value, kind: 'text' }
  if (typeof value === 'number') return { text: fullDigits(value), kind: 'number' }
  if (typeof value === 'boolean') return { text: String(value).toUpperCase(), kind: 'other' }
  if (value instanceof Date) return { text: dateText(value), kind: 'date' }
  if ('error' in value) return { text: value.error, kind: 'other' }
  if ('richText' in value) {
    return { text: value.richText.map((part) => part.text).join(''), kind: 'text' }
  }
  // The words of a link may themselves be rich text, which the types of the library do not say.
  if ('hyperlink' in value) return cellOf(value.text)
  return cellOf(value.result)
}

/** A number without exponent or thousands marks, rounded to the 15 digits a spreadsheet shows. */
function fullDigits(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  const shown = Number(value.toPrecision(15))
  const text = shown.toString()
  return text.includes('e') ? shown.toFixed(20).replace(/\.?0+$/, '') : text
}

/** `YYYY-MM-DD`, with ` HH:MM:SS` when it has a time of day; a time alone without a date. */
function dateText(value: Date): string {
  const seconds = new Date(Math.round(value.getTime() / 1000) * 1000)
  if (Number.isNaN(seconds.getTime())) return ''
  const [date = '', time = ''] = seconds.toISOString().slice(0, -5).split('T')
  if (time === '00:00:00') return date
  // Day 0 of a workbook's calendar: the cell holds a time of day and no date.
  return date === '1899-12-30' ? time : `${date} ${time}`
}

function rangeOf(address: string): readonly MergedRange[] {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(address)
  if (!match) return []
  const [, left = '', top = '', right = '', bottom = ''] = match
  return [
    {
      top: Number(top),
      left: columnNumber(left),
      bottom: Number(bottom),
      right: columnNumber(right),
    },
  ]
}

/** Column letters as a number: A 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
