import iconv from 'iconv-lite'
import { ok, refuse, type Result } from '#shared/core/result'
import { isBlankRow, type Sheet, type SheetRow } from '#shared/core/sheets'

/**
 * A text table as one sheet without a name: UTF-8, UTF-16 with its mark, or GB18030; separated by
 * commas, tabs or semicolons; quoted by RFC 4180. Every cell is a text, so nothing is lost. A row's
 * number counts records, as a spreadsheet shows them. Refuses `file-empty`, `file-kind-unknown`
 * when the bytes are no text, and `file-unreadable` when a quotation mark is never closed or has
 * swallowed lines of the table, since the people in them would vanish into one cell.
 */
export function readCsv(bytes: Uint8Array): Result<Sheet[]> {
  const text = decode(bytes)
  if (text === null) return refuse('file-kind-unknown')
  if (text.trim() === '') return refuse('file-empty')
  const separator = separatorOf(text)
  const records = parseRecords(text, separator)
  if (records === null || hasSwallowedLines(records, separator)) return refuse('file-unreadable')
  const rows = records
    .map((fields, i): SheetRow => ({
      number: i + 1,
      cells: fields.map((field) => ({ text: field, kind: 'text' })),
    }))
    .filter((row) => !isBlankRow(row))
  return rows.length > 0 ? ok([{ name: '', rows, merges: [] }]) : refuse('file-empty')
}

/** The text of the bytes, or null when they are not text in any encoding this school meets. */
function decode(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return iconv.decode(buffer, 'utf-16le')
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer, 'utf-16be')
  if (buffer.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const text = iconv.decode(buffer, 'gb18030')
    return text.includes('\uFFFD') ? null : text
  }
}

/** The separator that stands most often outside quotes at the head of the file. */
function separatorOf(text: string): string {
  const head = text.slice(0, 10_000).replace(/"[^"]*"/g, '')
  const count = (separator: string): number => head.split(separator).length - 1
  return [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** A field that begins with a quote runs to its closing quote; elsewhere a quote is a plain sign. */
function parseRecords(text: string, separator: string): readonly (readonly string[])[] | null {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    const field = fieldAt(text, at, separator)
    if (field === null) return null
    const { value, end } = field
    record.push(value)
    at = end + 1
    if (text[end] === separator && at < text.length) continue
    if (text[end] === separator) record.push('')
    if (text[end] === '\r' && text[at] === '\n') at++
    records.push(record)
    record = []
  }
  return records
}

/** The field that begins here, up to what separates it from the next; null when its quotes are lost. */
function fieldAt(
  text: string,
  at: number,
  separator: string,
): { readonly value: string; readonly end: number } | null {
  const quoted = text[at] === '"' ? quotedField(text, at) : { value: '', end: at }
  if (quoted === null) return null
  const end = plainEnd(text, quoted.end, separator)
  const behind = text.slice(quoted.end, end)
  // A cell of several lines ends where its quotes end; words behind them are another line's.
  const isTorn = /[\r\n]/.test(quoted.value) && behind.trim() !== ''
  return isTorn ? null : { value: quoted.value + behind, end }
}

/**
 * Has a lost pair of quotes made one cell of several lines? Such a cell holds separators, and either
 * as many as a line of the table, or its record has another number of fields than the first.
 */
function hasSwallowedLines(records: readonly (readonly string[])[], separator: string): boolean {
  const fields = records.find((record) => record.length > 1)?.length ?? 2
  const isSuspicious = (value: string, record: readonly string[]): boolean => {
    const separators = /[\r\n]/.test(value) ? value.split(separator).length - 1 : 0
    return separators > 0 && (separators >= fields - 1 || record.length !== fields)
  }
  return records.some((record) => record.some((value) => isSuspicious(value, record)))
}

function quotedField(text: string, start: number): { value: string; end: number } | null {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    at = quote + 2
  }
}

/** Where a separator, a line's end or the text's end comes next. */
function plainEnd(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
