/**
 * What a line looks like before a header tells what its columns mean. These rules decide what may be
 * left out of a roster, so a doubt always speaks for a person.
 */
import type { Cell, SheetRow } from '#shared/core/sheets'
import { comparable, toHalfWidth } from '#shared/core/text'
import { isPhone, tidyPhone } from '#shared/people/phone'
import { repair } from '#shared/people/repair'
import { fieldNamed } from './roster-columns.ts'

/** A line that begins with one of these is a sum. */
export const totalWord = /^(合计|总计|小计|共计|总人数|合计人数|人数合计)/
/** Words of those who fill in, check, sign and seal a list. */
export const signatureWord =
  /盖章|公章|签字|签章|(填报|填表|制表|审核|复核|审批|负责|经办|联系)人?:|(填报|填表|制表|上报)(单位|日期|时间):|^日期:|^(\d{4})?年(\d{1,2})?月(\d{1,2})?日$|^\d{4}-\d{2}-\d{2}$/
/** The same words without anything behind them. */
export const signatureLabel =
  /^(填报|填表|制表|审核|复核|审批|负责|经办|联系|报送|上报|主管|分管)(人|者|领导|单位|日期|时间|电话):?$/

const noName =
  /^(说明|备注|附注|注意|注意事项|要求|示例|样例|范例|日期|校长|以上|以下|以下空白|空白|暂无|没有|不详|签名|共?[〇零一二两三四五六七八九十百]+[人名位])$/

/** Is this a word of lists, such as 合计 or 备注, so that nobody can be called so? */
export function isListWord(text: string): boolean {
  const word = comparable(text)
  return /^(合计|总计|小计|共计|注)$/.test(word) || noName.test(word) || fieldNamed(word) !== null
}

/** A spreadsheet keeps 15 digits of a number; whatever came after is invented (domain facts §2.13). */
const digitsASpreadsheetKeeps = 15

/** Has a spreadsheet certainly rounded the number in this cell? */
export function isRounded(cell: Cell): boolean {
  const text = toHalfWidth(cell.text).replace(/\s/g, '')
  if (/^\d+(\.\d+)?E\+\d+$|^\d+\.\d+E\d+$/i.test(text)) return true
  return cell.kind === 'number' && text.replace(/\D/g, '').length > digitsASpreadsheetKeeps
}

/** Does any cell of the line look like an identity number, right or damaged: 15 or 18 places? */
export function holdsIdentityNumber(row: SheetRow): boolean {
  return row.cells.some(
    (cell) => isRounded(cell) || /^(\d{15}|\d{17}[\dX])$/.test(repair(cell.text).text),
  )
}

/**
 * Could this be somebody's name: two to four Chinese characters, a name with dots, or one in Latin
 * letters, remarks in brackets and a digit at the end aside; and no word that stands in lists?
 */
export function isPlausibleName(text: string): boolean {
  const bare = comparable(text)
    .replace(/\([^()]*\)?$/, '')
    .replace(/\d{1,2}$/, '')
  if (totalWord.test(bare) || signatureWord.test(bare) || signatureLabel.test(bare)) return false
  if (noName.test(bare) || fieldNamed(bare) !== null) return false
  return /^\p{Script=Han}{2,4}$|^[\p{L}\p{M}]+([·•‧・･][\p{L}\p{M}]+)+$|^[a-z]{4,40}$/iu.test(bare)
}

/**
 * Is this line surely a person's although no header says what its cells mean: an identity number,
 * or a name with a telephone number of its own and no word of a signature?
 */
export function isSurelySomebody(row: SheetRow): boolean {
  if (holdsIdentityNumber(row)) return true
  const words = row.cells.map((cell) => comparable(cell.text))
  const isSigned = words.some((word) => signatureWord.test(word) || signatureLabel.test(word))
  return !isSigned && words.some(isPlausibleName) && words.some(isMobile)
}

/** A numbered line with a name and more beside it, as the people of an unknown table stand. */
export function isNumberedPerson(row: SheetRow): boolean {
  const words = row.cells.map((cell) => comparable(cell.text)).filter((word) => word !== '')
  const [first = '', ...others] = words
  return /^\d{1,4}$/.test(first) && others.length > 1 && others.some(isPlausibleName)
}

function isMobile(word: string): boolean {
  const phone = tidyPhone(word).text
  return phone.length === 11 && isPhone(phone)
}
