import { cellAt, type Cell, type Sheet, type SheetRow } from '#shared/core/sheets'
import { onOneLine, toHalfWidth } from '#shared/core/text'
import { checkDocumentNumber, documentTypeOf, to18 } from '#shared/people/document-number'
import { documentTypesNamed } from '#shared/people/document-types'
import type { Sex } from '#shared/people/model'
import { isPhone, tidyPhone } from '#shared/people/phone'
import type { Repair } from '#shared/people/repair'
import { personCells, type MergedValues, type PersonCells } from './roster-cells.ts'
import type { RosterColumns, RosterField } from './roster-columns.ts'
import type {
  HeldCode,
  RemarkCode,
  RosterPlace,
  RosterRemark,
  RosterRepair,
  RosterRow,
  RosterText,
} from './roster-model.ts'
import { isListWord, isRounded } from './roster-names.ts'

/** A person's row as it was read, before it is compared with the others. */
export interface RosterDraft {
  readonly row: RosterRow
  readonly fault: HeldCode | null
  /** The number by which two rows are one person; 15 places count as their 18. */
  readonly identity: string
  readonly repairs: readonly RosterRepair[]
  readonly remarks: readonly RosterRemark[]
}

/** Fields that people write once for a group of rows; a name or number is never spread. */
const groupFields = ['unit', 'stage', 'subject'] as const satisfies readonly RosterField[]

/** What merged cells below a header say for the rows that they cover. */
export function mergedValues(
  sheet: Sheet,
  headerRow: number,
  columns: RosterColumns,
): MergedValues {
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]))
  const last = sheet.rows.at(-1)?.number ?? 0
  const valuesOf = (columnsOfField: readonly number[]): ReadonlyMap<number, Cell> => {
    const values = new Map<number, Cell>()
    for (const { top, left, bottom } of sheet.merges) {
      const topRow = byNumber.get(top)
      if (!columnsOfField.includes(left) || top <= headerRow || !topRow) continue
      for (let at = top; at <= Math.min(bottom, last); at++) {
        if ((values.get(at)?.text ?? '') === '') values.set(at, cellAt(topRow, left))
      }
    }
    return values
  }
  return new Map(groupFields.map((field) => [field, valuesOf(columns.get(field) ?? [])]))
}

/**
 * Reads one line as a person: tidies every value and says how, judges name and number. A name that
 * is missing or no name, or a name or number that is a spreadsheet error, a formula not worked out or
 * one of two different numbers, is `unreadable`; a number that a spreadsheet has rounded (a number
 * cell of 16 or more digits, E+ notation, or an end of 000 that the check digit refutes) is
 * `id-damaged`, for its last digits are gone.
 */
export function readPerson(
  place: RosterPlace,
  source: SheetRow,
  columns: RosterColumns,
  merged: MergedValues,
): RosterDraft {
  const cells = personCells(source, columns, merged)
  const repairs: RosterRepair[] = []
  const note = (field: RosterText, made: readonly Repair[]): void => {
    repairs.push(...made.map((one) => ({ ...place, field, ...one })))
  }
  const text = (field: RosterText, tidy: (text: string) => string): string => {
    const from = cells.words(field)
    const to = tidy(from)
    if (from !== to) note(field, [{ from, to, reason: 'blanks' }])
    return to
  }
  const name = text('name', tidyName)
  const number = judgeNumber(cells.cell('docNo'), cells.words('docType'))
  note('docNo', number.repairs)
  const phone = tidyPhone(cells.words('phone'))
  note('phone', phone.repairs)
  const row: RosterRow = {
    ...place,
    name,
    docType: number.docType,
    docNo: number.docNo,
    sex: sexOf(cells.words('sex')),
    unit: text('unit', tidyText),
    stage: text('stage', tidyText),
    subject: text('subject', tidyText),
    title: text('title', tidyText),
    phone: phone.text,
    note: text('note', tidyText),
  }
  const isReadable =
    isName(name) && !cells.isUnreadable('name', 'docNo') && !cells.differ.has('docNo')
  return {
    row,
    fault: isReadable ? number.fault : 'unreadable',
    identity: to18(number.docNo),
    repairs,
    remarks: [...(isReadable ? cellRemarks(row, cells) : []), ...remarksOn(row, cells)],
  }
}

interface JudgedNumber {
  readonly docType: string
  readonly docNo: string
  readonly repairs: readonly Repair[]
  readonly fault: HeldCode | null
}

function judgeNumber(cell: Cell, typeWord: string): JudgedNumber {
  const named = documentTypesNamed(typeWord)
  const guess = documentTypeOf(cell.text)
  const docType = named.includes(guess) ? guess : (named[0] ?? guess)
  if (isRounded(cell)) return { docType, docNo: cell.text.trim(), repairs: [], fault: 'id-damaged' }
  // A birth date in the column of numbers would pass as the number of some other document.
  if (cell.kind === 'date') return { docType, docNo: cell.text, repairs: [], fault: 'id-length' }
  const checked = checkDocumentNumber(docType, cell.text)
  if (checked.ok) return { docType, ...checked.value, fault: null }
  const { code, docNo, repairs } = checked.refusal
  const zeroed = code === 'id-check-digit' && docNo.endsWith('000')
  return { docType, docNo, repairs, fault: zeroed ? 'id-damaged' : code }
}

/** Marks that nobody sees: of direction, of width, soft hyphens and what is left of control codes. */
const unseen = /[\p{Cf}\p{Cc}]/gu

function tidyText(text: string): string {
  return onOneLine(text.replace(/[\t\r\n]/g, ' ').replace(unseen, ''))
}

/** Blanks stay only between words in other letters; dots of any kind stay as they were written. */
function tidyName(text: string): string {
  return tidyText(text).replace(/\s*([·•‧・･])\s*/g, '$1')
}

/** A name has letters, no long number, is no paragraph, no list of several and no word of lists. */
function isName(name: string): boolean {
  const plain = toHalfWidth(name)
  const isOne = /\p{L}/u.test(name) && !/\d{4}|[、,;/]/.test(plain) && name.length <= 50
  return isOne && !isListWord(name)
}

/** By the word only: published systems disagree about which code is which (domain facts §2.5). */
function sexOf(text: string): Sex {
  const word = tidyText(text)
  if (word.startsWith('男')) return '1'
  return word.startsWith('女') ? '2' : ''
}

function remarksOn(row: RosterRow, cells: PersonCells): readonly RosterRemark[] {
  const [sex, type] = [tidyText(cells.words('sex')), tidyText(cells.words('docType'))]
  return [
    ...remark(row, row.phone !== '' && !isPhone(row.phone), 'phone-wrong', row.phone),
    ...remark(row, sex !== '' && row.sex === '', 'sex-unreadable', sex),
    ...remark(row, type !== '' && documentTypesNamed(type).length === 0, 'type-unknown', type),
  ]
}

/** What stands in the line and was not taken: errors of the spreadsheet, and the second of two words. */
function cellRemarks(row: RosterRow, cells: PersonCells): readonly RosterRemark[] {
  const errors = cells.unreadable.flatMap((text) => remark(row, true, 'cell-unreadable', text))
  const unused = [...cells.differ.values()].flatMap((text) =>
    remark(row, true, 'values-differ', text),
  )
  return [...errors, ...unused]
}

function remark(
  row: RosterRow,
  applies: boolean,
  code: RemarkCode,
  value: string,
): readonly RosterRemark[] {
  if (!applies) return []
  return [{ sheet: row.sheet, row: row.row, code, params: { name: row.name, value } }]
}
