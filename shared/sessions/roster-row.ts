import { cellAt, type Cell, type Sheet, type SheetRow } from '#shared/core/sheets'
import { onOneLine, toHalfWidth } from '#shared/core/text'
import { checkDocumentNumber, documentTypeOf, to18 } from '#shared/people/document-number'
import { documentTypesNamed } from '#shared/people/document-types'
import type { Sex } from '#shared/people/model'
import { isPhone, tidyPhone } from '#shared/people/phone'
import type { Repair } from '#shared/people/repair'
import type { RosterField, RosterHeader } from './roster-columns.ts'
import type {
  HeldCode,
  RemarkCode,
  RosterPlace,
  RosterRemark,
  RosterRepair,
  RosterRow,
  RosterText,
} from './roster-model.ts'

/** A person's row as it was read, before it is compared with the others. */
export interface RosterDraft {
  readonly row: RosterRow
  readonly fault: HeldCode | null
  /** The number by which two rows are one person; 15 places count as their 18. */
  readonly identity: string
  readonly repairs: readonly RosterRepair[]
  readonly remarks: readonly RosterRemark[]
}

/** Values that a merged cell of a unit, stage or subject column gives to the rows under it. */
export type MergedValues = ReadonlyMap<RosterField, ReadonlyMap<number, Cell>>

/** Fields that people write once for a group of rows; a name or number is never spread. */
const groupFields = ['unit', 'stage', 'subject'] as const satisfies readonly RosterField[]

/** What merged cells below a header say for the rows that they cover. */
export function mergedValues(
  sheet: Sheet,
  headerRow: number,
  columns: RosterHeader['columns'],
): MergedValues {
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]))
  const last = sheet.rows.at(-1)?.number ?? 0
  const valuesOf = (column: number): ReadonlyMap<number, Cell> => {
    const values = new Map<number, Cell>()
    for (const { top, left, bottom } of sheet.merges) {
      const topRow = byNumber.get(top)
      if (left !== column || top <= headerRow || !topRow) continue
      for (let at = top; at <= Math.min(bottom, last); at++) values.set(at, cellAt(topRow, column))
    }
    return values
  }
  return new Map(
    groupFields.flatMap((field) => {
      const column = columns.get(field)
      return column === undefined ? [] : [[field, valuesOf(column)] as const]
    }),
  )
}

/**
 * Reads one line as a person: tidies every value and says how, judges name and number. A name that
 * is missing or no name, or a cell with a spreadsheet error, is `unreadable`; a number that a
 * spreadsheet has rounded (a number cell of 16 or more digits, E+ notation, or an end of 000 that
 * the check digit refutes) is `id-damaged`, for its last digits are gone.
 */
export function readPerson(
  place: RosterPlace,
  source: SheetRow,
  columns: RosterHeader['columns'],
  merged: MergedValues,
): RosterDraft {
  const cell = (field: RosterField): Cell => {
    const own = cellAt(source, columns.get(field) ?? 0)
    return own.text.trim() === '' ? (merged.get(field)?.get(source.number) ?? own) : own
  }
  const repairs: RosterRepair[] = []
  const note = (field: RosterText, made: readonly Repair[]): void => {
    repairs.push(...made.map((one) => ({ ...place, field, ...one })))
  }
  const text = (field: RosterText, tidy: (text: string) => string): string => {
    const from = cell(field).text
    const to = tidy(from)
    if (from !== to) note(field, [{ from, to, reason: 'blanks' }])
    return to
  }
  const name = text('name', tidyName)
  const number = judgeNumber(cell('docNo'), cell('docType').text)
  note('docNo', number.repairs)
  const phone = tidyPhone(cell('phone').text)
  note('phone', phone.repairs)
  const sex = sexOf(cell('sex').text)
  const row: RosterRow = {
    ...place,
    name,
    docType: number.docType,
    docNo: number.docNo,
    sex,
    unit: text('unit', tidyText),
    stage: text('stage', tidyText),
    subject: text('subject', tidyText),
    title: text('title', tidyText),
    phone: phone.text,
    note: text('note', tidyText),
  }
  const readable = isName(name) && cell('name').kind !== 'other' && cell('docNo').kind !== 'other'
  return {
    row,
    fault: readable ? number.fault : 'unreadable',
    identity: to18(number.docNo),
    repairs,
    remarks: remarksOn(row, cell('sex').text, cell('docType').text),
  }
}

interface JudgedNumber {
  readonly docType: string
  readonly docNo: string
  readonly repairs: readonly Repair[]
  readonly fault: HeldCode | null
}

/** A spreadsheet keeps 15 digits of a number; whatever came after is invented (domain facts §2.13). */
const digitsASpreadsheetKeeps = 15

function judgeNumber(cell: Cell, typeWord: string): JudgedNumber {
  const named = documentTypesNamed(typeWord)
  const guess = documentTypeOf(cell.text)
  const docType = named.includes(guess) ? guess : (named[0] ?? guess)
  if (isRounded(cell)) return { docType, docNo: cell.text.trim(), repairs: [], fault: 'id-damaged' }
  const checked = checkDocumentNumber(docType, cell.text)
  if (checked.ok) return { docType, ...checked.value, fault: null }
  const { code, docNo, repairs } = checked.refusal
  const zeroed = code === 'id-check-digit' && docNo.endsWith('000')
  return { docType, docNo, repairs, fault: zeroed ? 'id-damaged' : code }
}

/** Has a spreadsheet certainly rounded the number in this cell? */
export function isRounded(cell: Cell): boolean {
  const text = toHalfWidth(cell.text).replace(/\s/g, '')
  if (/^\d+(\.\d+)?E\+\d+$|^\d+\.\d+E\d+$/i.test(text)) return true
  return cell.kind === 'number' && text.replace(/\D/g, '').length > digitsASpreadsheetKeeps
}

function tidyText(text: string): string {
  return onOneLine(text.replace(/[\u200B-\u200D\uFEFF]/g, ''))
}

/** Blanks stay only between words in other letters; dots of any kind stay as they were written. */
function tidyName(text: string): string {
  return tidyText(text).replace(/\s*([·•‧・･])\s*/g, '$1')
}

/** A name has letters, no long number and is no paragraph. */
function isName(name: string): boolean {
  return /\p{L}/u.test(name) && !/\d{4}/.test(toHalfWidth(name)) && name.length <= 50
}

/** By the word only: published systems disagree about which code is which (domain facts §2.5). */
function sexOf(text: string): Sex {
  const word = tidyText(text)
  if (word.startsWith('男')) return '1'
  return word.startsWith('女') ? '2' : ''
}

function remarksOn(row: RosterRow, sexWord: string, typeWord: string): readonly RosterRemark[] {
  const remark = (applies: boolean, code: RemarkCode, value: string): readonly RosterRemark[] =>
    applies ? [{ sheet: row.sheet, row: row.row, code, params: { name: row.name, value } }] : []
  const [sex, type] = [tidyText(sexWord), tidyText(typeWord)]
  return [
    ...remark(row.phone !== '' && !isPhone(row.phone), 'phone-wrong', row.phone),
    ...remark(sex !== '' && row.sex === '', 'sex-unreadable', sex),
    ...remark(type !== '' && documentTypesNamed(type).length === 0, 'type-unknown', type),
  ]
}
