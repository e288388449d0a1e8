import ExcelJS from 'exceljs'

export interface Workbook {
  readonly sheetName: string
  /** A line above the header, across all columns. */
  readonly title?: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Excel's format for text: an identity number keeps all its digits, a code its leading zero. */
const textFormat = '@'
const narrowest = 8
const widest = 40

/** One sheet of nothing but text cells, the header bold and frozen. No value is cut or changed. */
export async function writeWorkbook(content: Workbook): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(safeSheetName(content.sheetName))
  if (content.title !== undefined) addTitle(sheet, content.title, content.header.length)
  addTextRow(sheet, content.header).font = { bold: true }
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: sheet.rowCount }]
  for (const row of content.rows) addTextRow(sheet, row)
  content.header.forEach((heading, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = columnWidth([heading, ...content.rows.map((row) => row[index] ?? '')])
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/**
 * All rows of the first sheet as they stand in the file, title and header too, so that whoever
 * wrote it can compare count and content. A cell that is not text comes back as '#' and its kind,
 * so that a number does not pass for the text of the same digits.
 */
export async function readBackRows(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) return []
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) =>
      cellText(sheet.getCell(row + 1, column + 1)),
    ),
  )
}

type Sheet = ExcelJS.Worksheet

function addTextRow(sheet: Sheet, values: readonly string[]): ExcelJS.Row {
  const row = sheet.getRow(sheet.rowCount + 1)
  values.forEach((value, index) => {
    const cell = row.getCell(index + 1)
    cell.value = escaped(value)
    cell.numFmt = textFormat
  })
  return row
}

function addTitle(sheet: Sheet, title: string, columns: number): void {
  const row = addTextRow(sheet, [title])
  row.font = { bold: true, size: 14 }
  row.alignment = { horizontal: 'center' }
  sheet.mergeCells(row.number, 1, row.number, columns)
}

/**
 * A workbook writes signs that XML cannot hold as `_xHHHH_`, so a text that already looks like
 * that needs its first sign written so too. The library would drop the signs without a word.
 */
function escaped(value: string): string {
  return value
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\0-\x08\x0b-\x1f\x7f\uFFFE\uFFFF\p{Cs}]/gu, (sign) => {
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      return `_x${code}_`
    })
}

/** A sheet's name without the signs that Excel refuses, at most 31 characters. */
function safeSheetName(name: string): string {
  const safe = name.replace(/[*?:/\\[\]]|^'|'$/g, '_').slice(0, 31)
  return safe === '' || safe === 'History' ? `${safe}_` : safe
}

/** Chinese signs are twice as wide as Latin ones. */
function columnWidth(values: readonly string[]): number {
  const width = values.reduce((most, value) => Math.max(most, displayWidth(value)), narrowest)
  return Math.min(widest, width + 2)
}

function displayWidth(value: string): number {
  let width = 0
  for (const sign of value) width += /[\u2E80-\uFFEF]|\p{Script=Han}/u.test(sign) ? 2 : 1
  return width
}

function cellText(cell: ExcelJS.Cell): string {
  if (cell.isMerged && cell.master !== cell) return ''
  const { value } = cell
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : `#${typeof value}`
}
