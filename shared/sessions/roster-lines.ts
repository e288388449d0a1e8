/**
 * Lines below a header that are no person: totals, notes, signatures, prepared empty numbers. A
 * line is only called so when nothing in it looks like a person; what is neither goes on to be
 * read as a person, and is held there when it cannot be.
 */
import { cellAt, type SheetRow } from '#shared/core/sheets'
import { comparable } from '#shared/core/text'
import type { RosterColumns, RosterField } from './roster-columns.ts'
import type { IgnoredCode } from './roster-model.ts'
import {
  holdsIdentityNumber,
  isPlausibleName,
  signatureLabel,
  signatureWord,
  totalWord,
} from './roster-names.ts'

export type LineCode = Exclude<IgnoredCode, 'duplicate' | 'header-again'>

/**
 * Why this line is no person, or null. `before` is what the line above it was, `beside` what it was
 * in the table to the left: a total runs on over both.
 */
export function lineKind(
  row: SheetRow,
  columns: RosterColumns,
  before: LineCode | null,
  beside: LineCode | null = null,
): LineCode | null {
  if (looksLikePerson(row, columns)) return null
  const words = row.cells.map((cell) => comparable(cell.text)).filter((word) => word !== '')
  if (isTotal(words)) return 'total'
  if (isNote(words) || (before === 'note' && goesOn(words))) return 'note'
  if (isSignature(words)) return 'signature'
  if (isNumberOnly(row, columns, words)) return 'number-only'
  return beside === 'number-only' ? null : beside
}

/** The head count a total line states, or null when it names none or several. */
export function statedTotal(row: SheetRow): number | null {
  const words = row.cells.map((cell) => comparable(cell.text))
  const counts = numbersIn(words, /(\d+)[人名位]/)
  const numbers = counts.length > 0 ? counts : numbersIn(words, /^(?:\D*[:计])?(\d+)$/)
  return numbers.length === 1 ? (numbers[0] ?? null) : null
}

/** Is this a sum of everyone above it, not of a part (小计)? */
export function isGrandTotal(row: SheetRow): boolean {
  return !row.cells.some((cell) => comparable(cell.text).startsWith('小计'))
}

const wholeTotalWord = /^(合计|总计|小计|共计):?$/
const noteWord = /^(说明|备注|注|附注|注意|注意事项|填表说明|填报说明|填写说明|要求)(:|\d|$)/

function isTotal(words: readonly string[]): boolean {
  const [first = ''] = words
  return (
    totalWord.test(first) ||
    /^共\d+人/.test(first) ||
    words.some((word) => wholeTotalWord.test(word) || /^共\d+人$/.test(word))
  )
}

function isNote(words: readonly string[]): boolean {
  return noteWord.test(words[0] ?? '') || (words[0] ?? '').startsWith('※')
}

/** A note runs on over lines of its own: one cell with a number before it, or a long sentence. */
function goesOn(words: readonly string[]): boolean {
  const [only = ''] = words
  return words.length === 1 && (/^\(?\d{1,2}[.、)]\D/.test(only) || only.length > 8)
}

function isSignature(words: readonly string[]): boolean {
  const isLabelled = signatureLabel.test(words[0] ?? '')
  return isLabelled || [words.join(''), ...words].some((word) => signatureWord.test(word))
}

/** Lists are often handed out with more running numbers than people. */
function isNumberOnly(row: SheetRow, columns: RosterColumns, words: readonly string[]): boolean {
  return words.length === 1 && /^\d{1,5}$/.test(wordIn(row, columns, 'seq'))
}

/**
 * A number that could be anybody's, a name that could be one, or some other word for a name with a
 * running number, a phone or a unit beside it.
 */
function looksLikePerson(row: SheetRow, columns: RosterColumns): boolean {
  if (holdsIdentityNumber(row)) return true
  const name = wordIn(row, columns, 'name')
  if (name === '') return false
  if (/\d{6}/.test(wordIn(row, columns, 'docNo'))) return true
  if (isPlausibleName(name)) return !isSignatureOf(wordIn(row, columns, 'seq'))
  return isLongName(name) && hasCompany(row, columns)
}

/** 填表人： where a running number belongs: the name beside it is the name of who signs. */
function isSignatureOf(seq: string): boolean {
  return signatureLabel.test(seq) || signatureWord.test(seq)
}

/** Too long or too strange for a name by itself, and yet made of letters only. */
function isLongName(name: string): boolean {
  return /^[\p{L}\p{M}·•‧・]{2,20}$/u.test(name) && !wholeTotalWord.test(name)
}

/** Does a running number, a phone or a unit stand beside it? */
function hasCompany(row: SheetRow, columns: RosterColumns): boolean {
  const unit = wordIn(row, columns, 'unit')
  return (
    /^\d{1,5}$/.test(wordIn(row, columns, 'seq')) ||
    /\d{7}/.test(wordIn(row, columns, 'phone')) ||
    (/^[\p{L}\d()]{3,}$/u.test(unit) && !totalWord.test(unit) && !signatureWord.test(unit))
  )
}

function wordIn(row: SheetRow, columns: RosterColumns, field: RosterField): string {
  const words = (columns.get(field) ?? []).map((column) => comparable(cellAt(row, column).text))
  return words.find((word) => word !== '') ?? ''
}

function numbersIn(words: readonly string[], pattern: RegExp): readonly number[] {
  return words.flatMap((word) => {
    const found = pattern.exec(word)?.[1]
    return found === undefined ? [] : [Number(found)]
  })
}
