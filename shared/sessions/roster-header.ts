/**
 * Finds the header at a line, of one line or of two: a word may be split over both (身份证 above 号码),
 * or stand under a heading that is merged over several columns (证件 above 类型 and 号码).
 */
import { cellAt, type MergedRange, type SheetRow } from '#shared/core/sheets'
import { comparable } from '#shared/core/text'
import {
  fieldNamed,
  headerOfFields,
  readHeader,
  type RosterField,
  type RosterHeader,
} from './roster-columns.ts'
import { holdsIdentityNumber } from './roster-names.ts'

export interface FoundHeader {
  readonly header: RosterHeader
  /** How many lines it takes. */
  readonly lines: 1 | 2
}

/**
 * The header that begins at a line, or null. Two lines are one header only when together they name
 * more columns than either alone, or the second has nothing but words of a header, and nothing in
 * them looks like a person.
 */
export function headerAt(
  lines: readonly SheetRow[],
  at: number,
  merges: readonly MergedRange[],
): FoundHeader | null {
  const [top, bottom] = [lines[at], lines[at + 1]]
  if (!top || holdsIdentityNumber(top)) return null
  const one = readHeader(top)
  const two = bottom && twoLines(top, bottom, merges)
  if (two && isBetter(two, one, bottom)) return { header: two, lines: 2 }
  return one && { header: one, lines: 1 }
}

function isBetter(two: RosterHeader, one: RosterHeader | null, bottom: SheetRow): boolean {
  const more = columnsOf(two) - Math.max(columnsOf(one), columnsOf(readHeader(bottom)))
  return more > 0 || (more === 0 && one !== null && isWordsOnly(bottom))
}

function twoLines(
  top: SheetRow,
  bottom: SheetRow,
  merges: readonly MergedRange[],
): RosterHeader | null {
  const isPair = bottom.number === top.number + 1
  if (!isPair || holdsLongNumber(top) || holdsLongNumber(bottom)) return null
  return headerOfTwo(top, bottom, merges)
}

function columnsOf(header: RosterHeader | null): number {
  const blocks = header?.blocks ?? []
  return blocks.reduce((sum, { columns }) => sum + [...columns.values()].flat().length, 0)
}

/** Columns of somebody else (姓名 and 电话 under 联系人) name nothing, but are a header's all the same. */
function isWordsOnly(row: SheetRow): boolean {
  return row.cells.every(({ text }) => text.trim() === '' || fieldNamed(text) !== null)
}

/** Telephone and document numbers stand in people's lines, never in a header's. */
function holdsLongNumber(row: SheetRow): boolean {
  return row.cells.some((cell) => /\d{5}/.test(comparable(cell.text)))
}

function headerOfTwo(
  top: SheetRow,
  bottom: SheetRow,
  merges: readonly MergedRange[],
): RosterHeader | null {
  const width = Math.max(top.cells.length, bottom.cells.length)
  const pairs = Array.from({ length: width }, (_, i) => pairAt(top, bottom, merges, i + 1))
  const isSecondLine = pairs.every(
    ({ own, below, both }) => below === '' || both !== null || fieldNamed(own) === null,
  )
  return isSecondLine && isFirstLine(pairs) ? headerOfFields(pairs.map(fieldOfPair)) : null
}

/** What a column has in the two lines. */
interface Pair {
  /** Its own words in the upper line. */
  readonly own: string
  /** The heading above it: its own words, or those of the merged or wider cell it stands under. */
  readonly heading: string
  readonly below: string
  /** The field that heading and word name together. */
  readonly both: RosterField | null
  readonly isMerged: boolean
}

function pairAt(
  top: SheetRow,
  bottom: SheetRow,
  merges: readonly MergedRange[],
  column: number,
): Pair {
  const own = cellAt(top, column).text.trim()
  const below = cellAt(bottom, column).text.trim()
  const range = merges.find(
    ({ top: first, bottom: last, left, right }) =>
      first <= top.number && top.number <= last && left <= column && column <= right,
  )
  const heading = own === '' && below !== '' ? headingAt(top, bottom, range, column) : own
  return {
    own,
    heading,
    below,
    both: below === '' ? null : fieldNamed(heading + below),
    isMerged: range !== undefined,
  }
}

function headingAt(
  top: SheetRow,
  bottom: SheetRow,
  range: MergedRange | undefined,
  column: number,
): string {
  if (range) return cellAt(top, range.left).text.trim()
  for (let left = column - 1; left > 0 && cellAt(bottom, left).text.trim() !== ''; left--) {
    const heading = cellAt(top, left).text.trim()
    if (heading !== '') return heading
  }
  return ''
}

/** A header's upper line has words of columns, and beside them only headings and merged cells. */
function isFirstLine(pairs: readonly Pair[]): boolean {
  const filled = pairs.filter(({ own }) => own !== '')
  const words = filled.filter(({ own }) => fieldNamed(own) !== null)
  return words.length > 1 || filled.every(({ both, isMerged }) => both !== null || isMerged)
}

/** Under such a heading stand the name and telephone of somebody else. */
const someoneElse = /联系人|负责人|校长|领队|推荐人|审核人|紧急|监护/

function fieldOfPair({ own, heading, below, both }: Pair): RosterField | null {
  if (both !== null || below === '') return both ?? fieldNamed(own)
  return someoneElse.test(heading) ? null : fieldNamed(below)
}
