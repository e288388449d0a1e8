import { basename, extname } from 'node:path'
import { ok, refuse, type Result } from '#shared/core/result'
import type { Sheet } from '#shared/core/sheets'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

/** First bytes of a zip package, which every xlsx is. */
const zipMark = [0x50, 0x4b]
/** First bytes of an OLE compound file: an old .xls, or a workbook with a password. */
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * The sheets of any table that a school sends. The content decides what the file is, for names
 * lie; the name only becomes the sheet's name of a text table. Refuses `file-empty`,
 * `file-encrypted` (a workbook with a password), `file-kind-unknown` (no table that can be read,
 * among them the old .xls for now) and `file-unreadable` (a table, but damaged), each with `file`.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Result<Sheet[]>> {
  const read = await readByContent(bytes)
  if (!read.ok) return refuse(read.refusal.code, { ...read.refusal.params, file: fileName })
  const name = basename(fileName, extname(fileName))
  return ok(read.value.map((sheet) => (sheet.name === '' ? { ...sheet, name } : sheet)))
}

async function readByContent(bytes: Uint8Array): Promise<Result<Sheet[]>> {
  if (bytes.length === 0) return refuse('file-empty')
  if (beginsWith(bytes, zipMark)) return readWorkbook(bytes)
  if (beginsWith(bytes, compoundMark)) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const locked = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    return refuse(locked ? 'file-encrypted' : 'file-kind-unknown')
  }
  const read = readCsv(bytes)
  return read.ok && looksLikeMarkup(read.value) ? refuse('file-kind-unknown') : read
}

/** A web page that was given a spreadsheet's name: its tags are no cells. */
function looksLikeMarkup(sheets: readonly Sheet[]): boolean {
  return /^\s*<[!?a-z]/i.test(sheets[0]?.rows[0]?.cells[0]?.text ?? '')
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}
