import { ok, refuse, type Result } from '#shared/core/result'
import type { Sheet } from '#shared/core/sheets'
import type { CellTables } from './xlsx-cell.ts'
import { countFilledRows } from './xlsx-count.ts'
import { readDateStyles } from './xlsx-dates.ts'
import { partsOf, readOutline, type NamedSheet, type WorkbookOutline } from './xlsx-package.ts'
import { readSheetPart } from './xlsx-sheet.ts'
import { readSharedStrings } from './xlsx-strings.ts'

/**
 * Every sheet of an xlsx workbook, hidden ones too, with its cells as people see them and the kind
 * they had. A merged range has its value in the top-left cell only. What was read is counted against
 * the package itself: a row that would be lost is a refusal. Refuses `file-unreadable` when it is no
 * sound package, `file-kind-unknown` when it is one without sheets (a .docx), `file-too-large`
 * beyond the limits, `file-encrypted` under a zip password, `file-empty` when no cell holds anything.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Sheet[]>> {
  const outline = await readOutline(bytes)
  if (!outline.ok) return outline
  if (outline.value.sheets.length === 0) return refuse('file-kind-unknown')
  const tables = await readTables(bytes, outline.value)
  if (!tables.ok) return tables
  const sheets: Sheet[] = []
  for (const named of outline.value.sheets) {
    const sheet = await readSheet(bytes, named, tables.value)
    if (!sheet.ok) return sheet
    sheets.push(sheet.value)
  }
  return sheets.some((sheet) => sheet.rows.length > 0) ? ok(sheets) : refuse('file-empty')
}

async function readTables(
  bytes: Uint8Array,
  outline: WorkbookOutline,
): Promise<Result<CellTables>> {
  const { sharedStrings = '', styles = '', is1904 } = outline
  const parts = await partsOf(bytes, [sharedStrings, styles])
  if (!parts.ok) return parts
  const [stringsPart, stylesPart] = parts.value
  const strings = stringsPart ? readSharedStrings(stringsPart) : ok([])
  if (!strings.ok) return strings
  const dateStyles = stylesPart ? readDateStyles(stylesPart) : new Set<number>()
  return dateStyles ? ok({ strings: strings.value, dateStyles, is1904 }) : refuse('file-unreadable')
}

async function readSheet(
  bytes: Uint8Array,
  { name, isHidden, part }: NamedSheet,
  tables: CellTables,
): Promise<Result<Sheet>> {
  const parts = await partsOf(bytes, [part])
  if (!parts.ok) return parts
  const [content] = parts.value
  if (!content) return refuse('file-unreadable')
  const read = readSheetPart(content, tables)
  if (!read.ok) return read
  const { rows, merges, filledRows } = read.value
  if (filledRows !== countFilledRows(content)) return refuse('file-unreadable')
  return ok({ name, rows, merges, ...(isHidden ? { isHidden } : {}) })
}
