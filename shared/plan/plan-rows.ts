import { comparable } from '#shared/core/text'
import { isNameHeader, planFields } from './plan-columns.ts'
import type { PlanColumns, PlanField } from './plan-columns.ts'
import { ownTexts } from './seen-rows.ts'
import type { SeenRow } from './seen-rows.ts'

export interface FieldText {
  readonly text: string
  /** The text stands in a cell merged down from a row above. */
  readonly isFromAbove: boolean
}
export type FieldTexts = Readonly<Record<PlanField, FieldText>>

/** What a line below a header is. Anything but a project has the code of its remark. */
export type RowKind =
  'project' | 'row-joined' | 'header-repeated' | 'note' | 'total-row' | 'name-missing' | 'text-line'

const noteWords = /^(?:备注|附注|注|说明|填表说明|注意事项)(?:[:\d一(]|$)/
const totalWords = /^(?:合计|总计|共计|小计)(?:[:(\d人]|$)/
const subtotalWord = /^小计/

/**
 * The texts of the plan's fields in a row below a header that ends at a line; a cell merged from
 * another column belongs to that column, one merged down from the header to the header.
 */
export function fieldTexts(row: SeenRow, columns: PlanColumns, headerEnd: number): FieldTexts {
  const entries = planFields.map((field) => {
    const cells = columns[field].flatMap((column) => {
      const cell = row.cells[column - 1]
      const isHere = cell?.column === column && cell.row > headerEnd
      return isHere && cell.text !== '' ? [cell] : []
    })
    return [
      field,
      {
        text: cells.map(({ text }) => text).join('\n'),
        isFromAbove: cells.length > 0 && cells.every((cell) => cell.row < row.number),
      },
    ] as const
  })
  return Object.fromEntries(entries) as Record<PlanField, FieldText>
}

/** Which kind of line this is: a project, a note, a total, a line of a merged project, or free text. */
export function rowKindOf(row: SeenRow, fields: FieldTexts): RowKind {
  const first = comparable(ownTexts(row)[0] ?? '')
  const { name } = fields
  if (isNameHeader(name.text) && !name.isFromAbove) return 'header-repeated'
  if (noteWords.test(first)) return 'note'
  if (totalWords.test(first) || totalWords.test(comparable(name.text))) return 'total-row'
  return name.text === '' ? namelessKind(fields) : namedKind(fields)
}

function namelessKind({ headcount, mode, time }: FieldTexts): RowKind {
  return [headcount, mode, time].some(isOwn) ? 'name-missing' : 'text-line'
}

/** A name alone is a heading or a signature: a project has a number, or something said about it. */
function namedKind({ number, name, headcount, mode, time }: FieldTexts): RowKind {
  if (isOwn(number)) return 'project'
  if (name.isFromAbove) return 'row-joined'
  return [headcount, mode, time].some(({ text }) => text !== '') ? 'project' : 'text-line'
}

function isOwn({ text, isFromAbove }: FieldText): boolean {
  return text !== '' && !isFromAbove
}

/** Is this total of a part only, so that it need not be the sum of the table? */
export function isSubtotal(row: SeenRow): boolean {
  return ownTexts(row).some((text) => subtotalWord.test(comparable(text)))
}
