import type { Mark } from '#shared/attendance/mark'
import { toHalfWidth } from '#shared/core/text'
import { type Person, textKind } from './roll-call-match.ts'

/*
 * One box takes names, numbers and marks, so a digit has two meanings. The rule a tired clerk can
 * trust: A KEY MARKS ONLY THE PERSON WITH THE SOLID OUTLINE, AND THE LINE BESIDE THE BOX SAYS WHO.
 *
 *  - Letters or characters outline the best match; then Enter or 1-4 marks.
 *  - In an empty box nobody is outlined: digits begin a search by number and Enter does nothing,
 *    so a second Enter by mistake marks nobody.
 *  - In a number search digits stay digits (2417 and a scanner's 18 digits are typed as they are)
 *    and Enter marks, when exactly one person has that number.
 *  - An arrow or a click picks a person: then digits mark whatever the box holds. Picked in an
 *    empty box, it walks: after each mark the next person without one is picked. Escape ends it.
 *  - Two people of one name are never marked by typing the name alone: an arrow must choose.
 *  - Enter never changes a mark that exists; a digit does.
 */
export interface Box {
  readonly text: string
  /** The person picked by arrow or click, '' when nobody is. */
  readonly picked: string
  /** The digit that marked last, and when (ms): a scanner's second digit takes the first back. */
  readonly digit: { readonly key: string; readonly at: number }
}

export const emptyBox: Box = { text: '', picked: '', digit: { key: '', at: -Infinity } }

/** What the clerk sees at the moment of the key. */
export interface Shown {
  /** The people in the grid as shown: all, or those who fit the text, best first. */
  readonly people: readonly Person[]
  readonly columns: number
  /** The next person without a mark, '' when there is none. */
  readonly next: string
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
  /** The last mark was the first digit of a scanned number. */
  | { readonly type: 'take-back'; readonly text: string }

/** Nobody presses two keys within 40 ms; scanners type a digit every 5 to 30 ms. */
const scannerMs = 40

const markOfDigit: Readonly<Record<string, Mark>> = {
  '1': 'present',
  '2': 'late',
  '3': 'leave',
  '4': 'absent',
}

/** What one key means, given what the box holds and what is seen. */
export function pressKey(box: Box, shown: Shown, key: Key): Act {
  if (key.composing) return { type: 'type' }
  if (key.ctrl) return key.key.toLowerCase() === 'z' ? { type: 'undo' } : { type: 'type' }
  if (key.key === 'Escape') return { type: 'clear' }
  if (key.key === 'Enter') return markTarget(box, shown, 'present', false)
  if (/^[0-9]$/.test(key.key)) return pressDigit(box, shown, key)
  if (key.key in steps) return moveBy(box, shown, key.key)
  return { type: 'type' }
}

/** Who would be marked now: the person with the solid outline, or why nobody has it. */
export function targetOf(box: Box, people: readonly Person[]): Target {
  if (box.picked !== '') return { kind: 'person', teacherId: box.picked }
  const kind = textKind(box.text)
  const best = people[0]
  if (kind === 'empty') return { kind: 'nobody' }
  if (best === undefined) return { kind: 'not-found' }
  const rivals = kind === 'number' ? people : people.filter(({ name }) => name === best.name)
  return rivals.length > 1 ? { kind: 'several' } : { kind: 'person', teacherId: best.teacherId }
}

/** The box after a mark: empty; the next person is picked only when the clerk walks the list. */
export function boxAfterMark(box: Box, next: string, key: Pick<Key, 'key' | 'at'>): Box {
  const digit = key.key in markOfDigit ? { key: key.key, at: key.at } : emptyBox.digit
  return { text: '', picked: isWalking(box) ? next : '', digit }
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
export function isWalking(box: Box): boolean {
  return box.picked !== '' && textKind(box.text) === 'empty'
}

function pressDigit(box: Box, shown: Shown, key: Key): Act {
  if (key.at - box.digit.at < scannerMs)
    return { type: 'take-back', text: `${box.digit.key}${key.key}` }
  const searching = box.picked === '' && textKind(box.text) !== 'words'
  if (searching) return { type: 'type' }
  const mark = markOfDigit[key.key]
  return mark === undefined ? { type: 'nothing' } : markTarget(box, shown, mark, true)
}

function markTarget(box: Box, shown: Shown, mark: Mark, change: boolean): Act {
  const target = targetOf(box, shown.people)
  return target.kind === 'person'
    ? { type: 'mark', teacherId: target.teacherId, mark, change }
    : { type: 'ask', why: target.kind }
}

const steps: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
}

/** The first arrow picks whom the eye is already on; only the following ones move. */
function moveBy(box: Box, shown: Shown, key: string): Act {
  const first = shown.people[0]
  if (first === undefined) return { type: 'nothing' }
  const target = targetOf(box, shown.people)
  if (target.kind !== 'person') {
    const next = target.kind === 'nobody' ? shown.next : ''
    return { type: 'pick', teacherId: next || first.teacherId }
  }
  const at = shown.people.findIndex(({ teacherId }) => teacherId === target.teacherId)
  const step = steps[key]?.(shown.columns) ?? 0
  const to = Math.min(Math.max(at + step, 0), shown.people.length - 1)
  return { type: 'pick', teacherId: (shown.people[to] ?? first).teacherId }
}
