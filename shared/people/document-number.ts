/**
 * Document numbers. A mainland number (公民身份号码) has 18 places by GB 11643-1999: 6 for the area,
 * 8 for the birth date, 3 in sequence, 1 check digit by ISO 7064 MOD 11-2. Numbers of 15 places
 * (GB 11643-1989: two-digit year, no check digit) still stand in old papers. The area is not
 * checked: codes come and go, and a number keeps the one of its birth.
 */
import { parseLocalDate } from '#shared/core/dates'
import { ok, type Result } from '#shared/core/result'
import { documentTypeWithCode } from './document-types.ts'
import { repair, type Repair } from './repair.ts'

export interface CheckedDocument {
  /** The number as it is kept: half width, no blanks or dashes, capital letters. */
  readonly docNo: string
  readonly repairs: readonly Repair[]
}

export type DocumentFault = 'id-missing' | 'id-length' | 'id-check-digit'

/** A number that cannot be taken, tidied all the same so that it can be shown and compared. */
export interface RefusedDocument extends CheckedDocument {
  readonly code: DocumentFault
}

/**
 * Is this a possible number for this kind of document (a code of the 证件类型 table; an unknown
 * code is judged as an identity card)? Tidies it and names each repair. Refuses `id-missing` when
 * there is no digit in it, `id-length` when it has the wrong number of characters or, for other
 * documents, signs that no number has; `id-check-digit` when 18 places have a wrong check digit,
 * no real birth date, or a letter where a digit belongs.
 */
export function checkDocumentNumber(
  docType: string,
  text: string,
): Result<CheckedDocument, RefusedDocument> {
  const { text: docNo, repairs } = repair(text)
  const code = faultOf(docType, docNo)
  return code === null ? ok({ docNo, repairs }) : { ok: false, refusal: { code, docNo, repairs } }
}

/**
 * What a number is known by, however it was typed: tidied, and 15 places as the 18 that they are
 * today. The kind of document is no part of it: it is often a guess, and one number must be one person.
 */
export function documentKey(text: string): string {
  return to18(repair(text).text)
}

/**
 * The kind of document a number belongs to by its form alone, when no one says: 港澳台居民居住证
 * by its area 81, 82 or 83 (国办发〔2018〕81号), the permits H… and M… of Hong Kong and Macau (公安部,
 * 2010-03: a letter and 8 digits, or 10 with the count of renewals), a passport (letters and digits,
 * at most 9, ICAO Doc 9303), a 军/士字第 number. Everything else is judged as an identity card, so
 * that a number which is merely too short is never taken for something rarer.
 */
export function documentTypeOf(number: string): string {
  const { text } = repair(number)
  const form = documentForms.find(([pattern]) => pattern.test(text))
  return form ? form[1] : '1'
}

const documentForms: readonly (readonly [RegExp, string])[] = [
  [/^8[123]\d{15}[\dX]$/, 'C'],
  [/^H(\d{8}|\d{10})$/, '6'],
  [/^M(\d{8}|\d{10})$/, '7'],
  [/^[A-Z]{1,2}\d{6,8}$/, 'A'],
  [/^士字第\d+号?$/, '3'],
  [/^\p{Script=Han}字第\d+号?$/u, '2'],
]

/**
 * The 18 places of a legacy number of 15: the year belongs to the 1900s (GB 11643-1999 gave all
 * living holders of a 15-place number one of 18). Any other text is handed back as it is.
 */
export function to18(docNo: string): string {
  if (!/^\d{15}$/.test(docNo)) return docNo
  const first17 = `${docNo.slice(0, 6)}19${docNo.slice(6)}`
  return first17 + checkDigitOf(first17)
}

/** The check digit of the first 17 places, `0`–`9` or `X` (ISO 7064 MOD 11-2). */
export function checkDigitOf(first17: string): string {
  const sum = Array.from(first17).reduce((p, digit) => ((p + Number(digit)) * 2) % 11, 0)
  const check = (12 - sum) % 11
  return check === 10 ? 'X' : String(check)
}

function faultOf(docType: string, docNo: string): DocumentFault | null {
  if (!/\d/.test(docNo)) return 'id-missing'
  const length = documentTypeWithCode(docType)?.length
  if (!length) return nationalFault(docNo)
  const [fewest, most] = length
  const fits = docNo.length >= fewest && docNo.length <= most
  return fits && /^[A-Z\d()（）\p{Script=Han}]+$/u.test(docNo) ? null : 'id-length'
}

function nationalFault(docNo: string): DocumentFault | null {
  if (docNo.length !== 18 && docNo.length !== 15) return 'id-length'
  const full = to18(docNo)
  const formed = /^\d{17}[\dX]$/.test(full) && isBirthDate(full.slice(6, 14))
  return formed && checkDigitOf(full.slice(0, 17)) === full[17] ? null : 'id-check-digit'
}

/** Anyone who comes to a training was born in the 1900s or 2000s. */
function isBirthDate(eight: string): boolean {
  const date = `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6)}`
  return /^(19|20)/.test(eight) && parseLocalDate(date) !== null
}
