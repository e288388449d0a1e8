import { comparable } from '#shared/core/text'
import type { SeenRow } from './seen-rows.ts'

export const planFields = ['number', 'name', 'headcount', 'mode', 'time', 'place'] as const
export type PlanField = (typeof planFields)[number]

/** The columns of each field, from 1: several where one header spans them, none where it is absent. */
export type PlanColumns = Readonly<Record<PlanField, readonly number[]>>

/** Header words as the year's plans of several districts have them, blanks and bracketed units aside. */
const headerWords: Readonly<Record<PlanField, RegExp>> = {
  number: /^(?:项目)?(?:序号|编号|序|号|no\.?)$/i,
  name: /^(?:拟?(?:举办|培训|研修))?(?:项目|班次|班级|班|主题)?名称$|^(?:培训|研修)?(?:项目|班次|班级|班)$/,
  headcount: /^(?:拟|计划|预计)?(?:(?:参训|参加|培训|研修|招生|学员|参培)?(?:总?人数|规模|名额))$/,
  mode: /^(?:拟|计划)?(?:培训|研修|实施|组织|教学)?(?:方式|形式|模式)$/,
  time: /^(?:拟|计划|预计)?(?:培训|研修|开班|举办|实施|办班|开展)?(?:起止)?(?:时间|日期|月份)(?:安排)?$/,
  place: /^(?:拟|计划|预计)?(?:培训|研修|开班|举办|实施|办班)?(?:地点|地址|场所)$/,
}

/**
 * The columns of a plan's header row, or null when the row is none: a header has the project's name
 * and at least one of headcount, mode and time. Of two columns with the same meaning the left counts.
 */
export function planColumnsOf(row: SeenRow): PlanColumns | null {
  const columns = Object.fromEntries(
    planFields.map((field) => [field, columnsOf(row, field)]),
  ) as Record<PlanField, readonly number[]>
  const has = (field: PlanField) => columns[field].length > 0
  return has('name') && (has('headcount') || has('mode') || has('time')) ? columns : null
}

/** Is this text a header word of the project's name? */
export function isNameHeader(text: string): boolean {
  return headerWords.name.test(headerWord(text))
}

function columnsOf(row: SeenRow, field: PlanField): readonly number[] {
  const first = row.cells.find(({ text }) => headerWords[field].test(headerWord(text)))
  if (!first) return []
  return row.cells.flatMap(({ column }, i) => (column === first.column ? [i + 1] : []))
}

function headerWord(text: string): string {
  return comparable(text).replace(/\([^()]*\)|[*:]/g, '')
}
