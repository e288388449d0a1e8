import type { AttendanceRow } from '#shared/attendance/contract'
import { comparable } from '#shared/core/text'

/** What the roll-call must know of a person to find and show them. */
export type Person = Pick<AttendanceRow, 'teacherId' | 'name' | 'initials' | 'docTail' | 'unit'> & {
  /** The whole document number, for a card scanner; '' when this window does not know it. */
  readonly docNo: string
  /** The name as it is compared, made once: a key must not prepare 600 names. */
  readonly form: string
}

export type TextKind = 'empty' | 'number' | 'words'

/** The last four characters of a document number are a search of their own. */
const tailLength = 4

/** What the clerk is typing: a document number or its last four, or a name (letters or characters). */
export function textKind(text: string): TextKind {
  const typed = typedForm(text)
  if (typed === '') return 'empty'
  return /^\d+x?$/.test(typed) ? 'number' : 'words'
}

/** Are these exactly the last four of a document number, so that nothing more can follow? */
export function isTail(text: string): boolean {
  const typed = typedForm(text)
  return typed.length === tailLength && /^\d+$/.test(typed)
}

/**
 * The people who fit what was typed: whole name before beginning before middle, and among equals in
 * the roster's order, whatever marks they have, so that a mark never moves anybody. An empty box
 * fits everyone.
 */
export function matchPeople(people: readonly Person[], text: string): readonly Person[] {
  const typed = typedForm(text)
  if (typed === '') return people
  const rankOf = textKind(text) === 'number' ? numberRank : nameRank
  return people
    .map((person) => ({ person, rank: rankOf(person, typed) }))
    .filter(({ rank }) => rank < notAtAll)
    .sort((a, b) => a.rank - b.rank)
    .map(({ person }) => person)
}

const notAtAll = 3

function nameRank(person: Person, typed: string): number {
  const forms = /^[a-z]+$/.test(typed) ? [...person.initials, person.form] : [person.form]
  return Math.min(...forms.map((form) => rankIn(form, typed)))
}

function rankIn(form: string, typed: string): number {
  if (form === typed) return 0
  if (form.startsWith(typed)) return 1
  return form.includes(typed) ? 2 : notAtAll
}

/** Up to four digits are the tail; more can only be the whole number, as a card scanner types it. */
function numberRank(person: Person, typed: string): number {
  const number = typed.length > tailLength ? person.docNo : person.docTail
  if (number === '' || !number.toLowerCase().startsWith(typed)) return notAtAll
  return number.length === typed.length ? 0 : 1
}

/** What was typed, or a name, as they are compared: input methods put apostrophes between syllables. */
export function typedForm(text: string): string {
  return comparable(text).replace(/['’]/g, '').toLowerCase()
}
