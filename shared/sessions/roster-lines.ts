/**
 * Lines below a header that are no person: totals, notes, signatures, prepared empty numbers. A
 * line is only called so when nothing in it looks like a person; what is neither goes on to be
 * read as a person, and is held there when it cannot be.
 */
import { cellAt, type SheetRow } from '#shared/core/sheets'
import { comparable } from '#shared/core/text'
import type { RosterField, RosterHeader } from './roster-columns.ts'
import type { IgnoredCode } from './roster-model.ts'

export type LineCode = Exclude<IgnoredCode, 'duplicate' | 'header-again'>

/** Why this line is no person, or null. `before` is what the line above it was. */
export function lineKind(
  row: SheetRow,
  header: RosterHeader,
  before: LineCode | null,
): LineCode | null {
  if (looksLikePerson(row, header)) return null
  const words = row.cells.map((cell) => comparable(cell.text)).filter((word) => word !== '')
  if (isTotal(words)) return 'total'
  if (isNote(words) || (before === 'note' && goesOn(words))) return 'note'
  if (isSignature(words)) return 'signature'
  return isNumberOnly(row, header, words) ? 'number-only' : null
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

const totalWord = /^(合计|总计|小计|共计|总人数|合计人数|人数合计)/
const wholeTotalWord = /^(合计|总计|小计|共计):?$/
const noteWord = /^(说明|备注|注|附注|注意|注意事项|填表说明|填报说明|填写说明|要求)(:|\d|$)/
const signatureWord =
  /盖章|公章|签字|签章|(填报|填表|制表|审核|复核|审批|负责|经办|联系)人?:|(填报|填表|制表|上报)(单位|日期|时间):|^日期:|^(\d{4})?年(\d{1,2})?月(\d{1,2})?日$|^\d{4}-\d{2}-\d{2}$/

function isTotal(words: readonly string[]): boolean {
  const [first = ''] = words
  return (
    totalWord.test(first) ||
    /^共\d+人/.test(first) ||
    words.some((word) => wholeTotalWord.test(word))
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
  return signatureWord.test(words.join('')) || words.some((word) => signatureWord.test(word))
}

/** Lists are often handed out with more running numbers than people. */
function isNumberOnly(row: SheetRow, header: RosterHeader, words: readonly string[]): boolean {
  return words.length === 1 && /^\d{1,5}$/.test(wordIn(row, header, 'seq'))
}

/** A name with a number of its own, or with a running number, a phone or a unit beside it. */
function looksLikePerson(row: SheetRow, header: RosterHeader): boolean {
  const name = wordIn(row, header, 'name')
  if (name === '') return false
  if (/\d{6}/.test(wordIn(row, header, 'docNo'))) return true
  if (!/^[\p{L}\p{M}·•‧・]{2,20}$/u.test(name) || wholeTotalWord.test(name)) return false
  const unit = wordIn(row, header, 'unit')
  return (
    /^\d{1,5}$/.test(wordIn(row, header, 'seq')) ||
    /\d{7}/.test(wordIn(row, header, 'phone')) ||
    (/^[\p{L}\d()]{3,}$/u.test(unit) && !totalWord.test(unit) && !signatureWord.test(unit))
  )
}

function wordIn(row: SheetRow, header: RosterHeader, field: RosterField): string {
  const column = header.columns.get(field)
  return column === undefined ? '' : comparable(cellAt(row, column).text)
}

function numbersIn(words: readonly string[], pattern: RegExp): readonly number[] {
  return words.flatMap((word) => {
    const found = pattern.exec(word)?.[1]
    return found === undefined ? [] : [Number(found)]
  })
}
