/** Builders of roster sheets for tests: rows of plain values, numbers as number cells. */
import type { Cell, MergedRange, Sheet } from '#shared/core/sheets'
import { checkDigitOf } from '#shared/people/document-number'
import { examineRoster } from '#shared/sessions/roster-doctor'
import type { RosterExamination } from '#shared/sessions/roster-model'

export type Value = string | number | null

export function aSheet(
  values: readonly (readonly Value[])[],
  { name = '花名册', merges = [] }: { name?: string; merges?: readonly MergedRange[] } = {},
): Sheet {
  const rows = values
    .map((cells, i) => ({ number: i + 1, cells: cells.map(aCell) }))
    .filter((row) => row.cells.some((cell) => cell.text.trim() !== ''))
  return { name, rows, merges }
}

function aCell(value: Value): Cell {
  if (typeof value === 'number') return { text: BigInt(value).toString(), kind: 'number' }
  return { text: value ?? '', kind: 'text' }
}

/** The usual columns; the first row of `examineRows`. */
export const header = ['序号', '单位', '姓名', '性别', '身份证号', '手机', '备注'] as const
export const goodNumber = '41109919960125404X'
export const otherNumber = '41109919890113407X'
export const thirdNumber = `41109919890113412${checkDigitOf('41109919890113412')}`

/** Examines sheets that can be read. */
export function examine(...sheets: readonly Sheet[]): RosterExamination {
  const result = examineRoster(sheets)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

/** People below the usual header: the first stands in row 2. */
export function examineRows(...rows: readonly (readonly Value[])[]): RosterExamination {
  return examine(aSheet([header, ...rows]))
}

export function aPerson(
  over: Partial<Record<(typeof header)[number], Value>> = {},
): readonly Value[] {
  const person = {
    序号: 1,
    单位: '某镇第一初级中学',
    姓名: '袁丽娟',
    性别: '女',
    身份证号: goodNumber,
    手机: '13800000000',
    备注: '',
    ...over,
  }
  return header.map((word) => person[word])
}

/** Row and code of each entry. */
export const codesOf = (list: readonly { row: number; code: string }[]): readonly string[] =>
  list.map(({ row, code }) => `${row} ${code}`)

/** A number with 000 at its end, right or wrong by its check digit. */
export function endingIn000(right: boolean): string {
  for (let area = 411000; ; area++) {
    const first17 = `${area}19900101000`.slice(0, 15) + '00'
    if ((checkDigitOf(first17) === '0') === right) return `${first17}0`
  }
}
