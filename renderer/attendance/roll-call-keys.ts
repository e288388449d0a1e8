import type { Mark } from '#shared/attendance/mark'
import type { AttendanceStatus } from '#shared/attendance/model'
import { toHalfWidth } from '#shared/core/text'
import {
  type DigitMark,
  isScanned,
  markOfDigit,
  mistakenRun,
  noDigits,
} from './roll-call-digits.ts'
import { type Person, isTail, textKind } from './roll-call-match.ts'

/*
 * One box takes names, numbers and marks, so a digit has two meanings. The rule a tired clerk can
 * trust: A KEY MARKS ONLY THE PERSON WITH THE SOLID OUTLINE, AND THE LINE BESIDE THE BOX SAYS WHO.
 *
 *  - Letters or characters outline the best match; then Enter or 1-4 marks.
 *  - In an empty box nobody is outlined: digits begin a search by number and Enter does nothing,
 *    so a second Enter by mistake marks nobody.
 *  - In a number search digits stay digits (2417 and a scanner's 18 digits are typed as they are)
 *    and Enter marks, when exactly one person has that number; after the four digits of a tail
 *    that one person has, a fifth at a hand's speed marks too.
 *  - An arrow or a click picks a person: then digits mark whatever the box holds. Picked in an
 *    empty box, it walks: after each mark the next person without one is picked. Escape ends it.
 *  - A digit that means no mark shows that a walking clerk was typing a number: the marks of the
 *    digits just before it are taken back, and all of them are searched for.
 *  - Two people of one name are never marked by typing the name alone: an arrow must choose.
 *  - Enter never changes a mark that exists; a digit does, and where digits may be a number only
 *    when it is pressed twice.
 */
export interface Box {
  readonly text: string
  /** When the text changed last (ms): a scanner's next digit comes sooner than a hand's. */
  readonly typedAt: number
  /** The person picked by arrow or click, '' when nobody is. */
  readonly picked: string
  /** The digits that marked or asked one after another, so that they can be taken back. */
  readonly digits: readonly DigitMark[]
  /** The change of a mark that the same key, pressed again, makes. */
  readonly asked: Change | null
}

export interface Change {
  readonly teacherId: string
  readonly mark: Mark
}

export const emptyBox: Box = {
  text: '',
  typedAt: -Infinity,
  picked: '',
  digits: noDigits,
  asked: null,
}

/** What the clerk sees at the moment of the key. */
export interface Shown {
  /** The people in the grid as shown: all, or those who fit the text. */
  readonly people: readonly Person[]
  /** The next person without a mark, '' when there is none. */
  readonly next: string
  readonly statusOf: (teacherId: string) => AttendanceStatus
}

export interface Key {
  readonly key: string
  readonly ctrl: boolean
  /** An input method is composing: every key is its own. */
  readonly composing: boolean
  /** When the key was pressed, in ms of any steady clock. */
  readonly at: number
}

export type Target =
  | { readonly kind: 'person'; readonly teacherId: string }
  | { readonly kind: 'nobody' | 'not-found' | 'several' }

export type Act =
  /** Not ours: the box takes the key. */
  | { readonly type: 'type' }
  | { readonly type: 'nothing' | 'undo' | 'clear' }
  | { readonly type: 'pick'; readonly teacherId: string }
  /** `change`: the mark replaces one that exists. */
  | {
      readonly type: 'mark'
      readonly teacherId: string
      readonly mark: Mark
      readonly change: boolean
    }
  | { readonly type: 'ask'; readonly why: 'nobody' | 'not-found' | 'several' }
  /** A mark exists: the same key again changes it. */
  | { readonly type: 'ask-change'; readonly change: Change }
  /** The last `marks` marks were digits of a number, `text`. */
  | { readonly type: 'take-back'; readonly text: string; readonly marks: number }

/** What one key means, given what the box holds and what is seen. */
export function pressKey(box: Box, shown: Shown, key: Key): Act {
  if (key.composing) return { type: 'type' }
  if (key.ctrl) return key.key.toLowerCase() === 'z' ? { type: 'undo' } : { type: 'type' }
  if (key.key === 'Escape') return { type: 'clear' }
  if (key.key === 'Enter') return markTarget(box, shown, 'present', false)
  if (/^[0-9]$/.test(key.key)) return pressDigit(box, shown, key)
  const step = steps[key.key]
  return step === undefined ? { type: 'type' } : moveBy(box, shown, step)
}

/** Who would be marked now: the person with the solid outline, or why nobody has it. */
export function targetOf(box: Pick<Box, 'text' | 'picked'>, people: readonly Person[]): Target {
  if (box.picked !== '') return { kind: 'person', teacherId: box.picked }
  const kind = textKind(box.text)
  const best = people[0]
  if (kind === 'empty') return { kind: 'nobody' }
  if (best === undefined) return { kind: 'not-found' }
  const rivals = kind === 'number' ? people : people.filter(({ name }) => name === best.name)
  return rivals.length > 1 ? { kind: 'several' } : { kind: 'person', teacherId: best.teacherId }
}

/** The box after a mark: empty; the next person is picked only when the clerk walks the list. */
export function boxAfterMark(
  box: Box,
  next: string,
  key: Pick<Key, 'key' | 'at'>,
  marked = true,
): Box {
  return {
    ...emptyBox,
    picked: isWalking(box) ? next : '',
    digits: key.key in markOfDigit ? digitsAfter(box, key, marked) : noDigits,
  }
}

/** The box after a digit that asked whether the mark shall change: it stays where it is. */
export function boxAfterAsking(box: Box, asked: Change, key: Pick<Key, 'key' | 'at'>): Box {
  return { ...box, asked, digits: digitsAfter(box, key, false) }
}

function digitsAfter(
  box: Box,
  { key, at }: Pick<Key, 'key' | 'at'>,
  marked: boolean,
): readonly DigitMark[] {
  return [...box.digits, { key, at, marked, walked: isWalking(box) }]
}

/**
 * The digit that was typed after a name by way of an input method, which hands over text instead of
 * keys; '' when the text changed in any other way.
 */
export function digitAfterName(before: string, text: string): string {
  if (textKind(before) !== 'words' || !text.startsWith(before)) return ''
  const added = toHalfWidth(text.slice(before.length))
  return /^[0-9]$/.test(added) ? added : ''
}

/** Does the clerk go through the list name by name? */
export function isWalking(box: Pick<Box, 'text' | 'picked'>): boolean {
  return box.picked !== '' && textKind(box.text) === 'empty'
}

function pressDigit(box: Box, shown: Shown, key: Key): Act {
  const mistaken = mistakenRun(box.digits, key, isWalking(box))
  if (mistaken !== null) return { type: 'take-back', ...mistaken }
  if (box.picked !== '') return markByDigit(box, shown, key)
  const kind = textKind(box.text)
  if (kind === 'words') return markByDigit(box, shown, key)
  const ends = isTail(box.text) && shown.people.length === 1 && !isScanned(box.typedAt, key.at)
  return ends && key.key in markOfDigit ? markByDigit(box, shown, key) : { type: 'type' }
}

function markByDigit(box: Box, shown: Shown, key: Key): Act {
  const mark = markOfDigit[key.key]
  if (mark === undefined) return { type: 'nothing' }
  const act = markTarget(box, shown, mark, true)
  if (act.type !== 'mark' || textKind(box.text) === 'words') return act
  const status = shown.statusOf(act.teacherId)
  const isAsked = box.asked?.teacherId === act.teacherId && box.asked.mark === mark
  if (status === 'unmarked' || status === mark || isAsked) return act
  return { type: 'ask-change', change: { teacherId: act.teacherId, mark } }
}

function markTarget(box: Box, shown: Shown, mark: Mark, change: boolean): Act {
  const target = targetOf(box, shown.people)
  return target.kind === 'person'
    ? { type: 'mark', teacherId: target.teacherId, mark, change }
    : { type: 'ask', why: target.kind }
}

/** The list is gone through one by one, whatever the width of the window makes of its rows. */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowDown: 1,
}

/** The first arrow picks whom the eye is already on; only the following ones move. */
function moveBy(box: Box, shown: Shown, step: number): Act {
  const first = shown.people[0]
  if (first === undefined) return { type: 'nothing' }
  const target = targetOf(box, shown.people)
  if (target.kind !== 'person') {
    const next = target.kind === 'nobody' ? shown.next : ''
    return { type: 'pick', teacherId: next || first.teacherId }
  }
  const at = shown.people.findIndex(({ teacherId }) => teacherId === target.teacherId)
  const to = Math.min(Math.max(at + step, 0), shown.people.length - 1)
  return { type: 'pick', teacherId: (shown.people[to] ?? first).teacherId }
}
