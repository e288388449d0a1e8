import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Box,
  type Key,
  type Shown,
  boxAfterAsking,
  boxAfterMark,
  digitAfterName,
  emptyBox,
  pressKey,
  targetOf,
} from '#renderer/attendance/roll-call-keys'
import { matchPeople } from '#renderer/attendance/roll-call-match'
import { aPerson } from '#test/renderer/attendance/people'

const people = [
  aPerson({ teacherId: 'a', name: '王新华', initials: ['wxh'], docTail: '2417' }),
  aPerson({ teacherId: 'b', name: '李静', initials: ['lj'], docTail: '1102' }),
  aPerson({ teacherId: 'c', name: '李静', initials: ['lj'], docTail: '1208' }),
  aPerson({ teacherId: 'd', name: '赵文静', initials: ['zwj'], docTail: '3304' }),
  aPerson({ teacherId: 'e', name: '苏娟', initials: ['sj'], docTail: '5055' }),
]

function box(known: Partial<Box> = {}): Box {
  return { ...emptyBox, ...known }
}

type StatusOf = Shown['statusOf']
const nobodyMarked: StatusOf = () => 'unmarked'

function shown(text = '', statusOf = nobodyMarked): Shown {
  return { people: matchPeople(people, text), next: 'b', statusOf }
}

function press(at: Box, key: string, more: Partial<Key> = {}, statusOf = nobodyMarked) {
  const whole = { key, ctrl: false, composing: false, at: 1_000, ...more }
  return pressKey(at, shown(at.text, statusOf), whole)
}

/** Goes down the list by digits, one key after the other at the given pause, as the screen does. */
function walkByDigits(digits: string, pauseMs: number) {
  let now = box({ picked: 'a' })
  let at = 1_000
  const acts: string[] = []
  for (const key of digits) {
    at += pauseMs
    const act = press(now, key, { at })
    acts.push(act.type === 'take-back' ? `take-back ${act.marks} ${act.text}` : act.type)
    if (act.type === 'mark') now = boxAfterMark(now, 'b', { key, at })
    if (act.type === 'take-back') now = box({ text: act.text, typedAt: at })
    if (act.type === 'type') now = box({ text: now.text + key, typedAt: at })
  }
  return { acts, text: now.text }
}

/** Types digits as the box would take them; answers the text and everything that was not typing. */
function typeDigits(digits: string) {
  let text = ''
  const others: unknown[] = []
  for (const digit of digits) {
    const act = press(box({ text }), digit)
    if (act.type === 'type') text += digit
    else others.push(act)
  }
  return { text, others }
}

describe('pressKey', () => {
  test('letters are typed', () => {
    expect(press(box(), 'w')).toEqual({ type: 'type' })
  })
  test('Enter marks the best match present and changes no mark that exists', () => {
    expect(press(box({ text: 'wxh' }), 'Enter')).toEqual({
      type: 'mark',
      teacherId: 'a',
      mark: 'present',
      change: false,
    })
  })
  test.each([
    ['1', 'present'],
    ['2', 'late'],
    ['3', 'leave'],
    ['4', 'absent'],
  ])('%s after letters marks the outlined person %s, also over another mark', (key, mark) => {
    expect(press(box({ text: 'wxh' }), key)).toEqual({
      type: 'mark',
      teacherId: 'a',
      mark,
      change: true,
    })
  })
  test('a digit without a meaning after letters does nothing', () => {
    expect(press(box({ text: 'wxh' }), '7')).toEqual({ type: 'nothing' })
  })
  test('any four digits in an empty box are typed and mark nobody', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}$/), (digits) => {
        expect(typeDigits(digits)).toEqual({ text: digits, others: [] })
      }),
    )
  })
  test("a scanner's eighteen digits are typed and mark nobody", () => {
    expect(typeDigits('411003198001012417')).toEqual({ text: '411003198001012417', others: [] })
  })
  test('Enter after four digits marks the one person with that number', () => {
    expect(press(box({ text: '2417' }), 'Enter')).toMatchObject({ type: 'mark', teacherId: 'a' })
  })
  test('Enter after digits that several people share asks', () => {
    expect(press(box({ text: '1' }), 'Enter')).toEqual({ type: 'ask', why: 'several' })
  })
  test('Enter in an empty box, also the second of two, marks nobody', () => {
    const after = boxAfterMark(box({ text: 'wxh' }), 'b', { key: 'Enter', at: 1_000 })
    expect(press(after, 'Enter')).toEqual({ type: 'ask', why: 'nobody' })
  })
  test('Enter after a name of nobody says so', () => {
    expect(press(box({ text: 'qqq' }), 'Enter')).toEqual({ type: 'ask', why: 'not-found' })
  })
  test('two people of one name are never marked by the name alone', () => {
    expect(press(box({ text: 'lj' }), 'Enter')).toEqual({ type: 'ask', why: 'several' })
    expect(press(box({ text: 'lj' }), '2')).toEqual({ type: 'ask', why: 'several' })
  })
  test('an arrow chooses between two people of one name, and then a digit marks', () => {
    expect(press(box({ text: 'lj' }), 'ArrowDown')).toEqual({ type: 'pick', teacherId: 'b' })
    expect(press(box({ text: 'lj', picked: 'b' }), 'ArrowRight')).toEqual({
      type: 'pick',
      teacherId: 'c',
    })
    expect(press(box({ text: 'lj', picked: 'c' }), '2')).toMatchObject({ teacherId: 'c' })
  })
  test('an arrow in an empty box picks the next person without a mark', () => {
    expect(press(box(), 'ArrowDown')).toEqual({ type: 'pick', teacherId: 'b' })
  })
  test('every arrow goes through the list one by one and stops at its ends', () => {
    expect(press(box({ picked: 'a' }), 'ArrowDown')).toEqual({ type: 'pick', teacherId: 'b' })
    expect(press(box({ picked: 'a' }), 'ArrowRight')).toEqual({ type: 'pick', teacherId: 'b' })
    expect(press(box({ picked: 'e' }), 'ArrowDown')).toEqual({ type: 'pick', teacherId: 'e' })
    expect(press(box({ picked: 'b' }), 'ArrowUp')).toEqual({ type: 'pick', teacherId: 'a' })
    expect(press(box({ picked: 'b' }), 'ArrowLeft')).toEqual({ type: 'pick', teacherId: 'a' })
  })
  test('a person picked by arrow after a number is marked by a digit', () => {
    expect(press(box({ text: '2417', picked: 'a' }), '2')).toMatchObject({
      type: 'mark',
      teacherId: 'a',
      mark: 'late',
    })
  })
  test('the first digit of a scanned number that marked in the walk is taken back', () => {
    const walking = box({ picked: 'b' })
    const after = boxAfterMark(walking, 'c', { key: '4', at: 1_000 })
    expect(press(after, '1', { at: 1_012 })).toEqual({ type: 'take-back', text: '41', marks: 1 })
    expect(press(after, '1', { at: 1_200 })).toMatchObject({ type: 'mark', teacherId: 'c' })
  })
  test('after the four digits that one person has, a fifth at a hand’s speed marks', () => {
    const typed = box({ text: '2417', typedAt: 1_000 })
    expect(press(typed, '2', { at: 1_040 })).toEqual({
      type: 'mark',
      teacherId: 'a',
      mark: 'late',
      change: true,
    })
    expect(press(typed, '7', { at: 1_400 })).toEqual({ type: 'type' })
  })
  test('at a scanner’s speed the fifth digit is a digit', () => {
    const typed = box({ text: '2417', typedAt: 1_000 })
    expect(press(typed, '2', { at: 1_039 })).toEqual({ type: 'type' })
  })
  test('a fifth digit marks nobody when the four are nobody’s or three are typed', () => {
    expect(press(box({ text: '9999', typedAt: 0 }), '1')).toEqual({ type: 'type' })
    expect(press(box({ text: '241', typedAt: 0 }), '1')).toEqual({ type: 'type' })
  })
  test('a digit that means no mark shows that the digits before it were a number', () => {
    expect(walkByDigits('2417', 300)).toEqual({
      acts: ['mark', 'mark', 'mark', 'take-back 3 2417'],
      text: '2417',
    })
    expect(walkByDigits('107', 1_500).acts).toEqual(['mark', 'take-back 1 10', 'type'])
  })
  test('a mark made more than a second and a half before is no digit of the number', () => {
    expect(walkByDigits('17', 1_501).acts).toEqual(['mark', 'take-back 0 7'])
  })
  test('never more than three marks are taken back', () => {
    expect(walkByDigits('11117', 300).acts.at(-1)).toBe('take-back 3 1117')
  })
  test('a mark made after a name is never taken for a digit of a number', () => {
    const after = boxAfterMark(box({ text: 'wxh' }), '', { key: '2', at: 1_000 })
    expect(press(after, '7', { at: 1_300 })).toEqual({ type: 'type' })
  })
  test('in the walk a digit changes a mark only when it is pressed twice', () => {
    const walking = box({ picked: 'a' })
    const present: StatusOf = () => 'present'
    const asked = press(walking, '4', {}, present)
    expect(asked).toEqual({ type: 'ask-change', change: { teacherId: 'a', mark: 'absent' } })
    const after = boxAfterAsking(
      walking,
      { teacherId: 'a', mark: 'absent' },
      { key: '4', at: 1_000 },
    )
    expect(press(after, '4', { at: 1_400 }, present)).toMatchObject({ type: 'mark', change: true })
    expect(press(after, '3', { at: 1_400 }, present)).toMatchObject({ type: 'ask-change' })
    expect(press(after, 'Enter', { at: 1_400 }, present)).toMatchObject({ change: false })
  })
  test('Ctrl+Z undoes, Escape clears', () => {
    expect(press(box(), 'z', { ctrl: true })).toEqual({ type: 'undo' })
    expect(press(box({ text: 'w' }), 'Escape')).toEqual({ type: 'clear' })
  })
  test('other keys with Ctrl belong to the box', () => {
    expect(press(box(), 'v', { ctrl: true })).toEqual({ type: 'type' })
  })
  test('while an input method composes every key is its own', () => {
    expect(press(box({ text: 'wxh' }), 'Enter', { composing: true })).toEqual({ type: 'type' })
    expect(press(box({ text: 'wxh' }), '2', { composing: true })).toEqual({ type: 'type' })
  })
})

describe('targetOf', () => {
  test('nobody is outlined in an empty box', () => {
    expect(targetOf(box(), people)).toEqual({ kind: 'nobody' })
  })
  test('the picked person is outlined whatever the box holds', () => {
    expect(targetOf(box({ text: 'wxh', picked: 'd' }), people)).toEqual({
      kind: 'person',
      teacherId: 'd',
    })
  })
})

describe('boxAfterMark', () => {
  test('a clerk who types names gets an empty box and nobody picked', () => {
    expect(boxAfterMark(box({ text: 'wxh' }), 'b', { key: 'Enter', at: 0 })).toEqual(emptyBox)
    expect(boxAfterMark(box({ text: 'lj', picked: 'c' }), 'd', { key: 'Enter', at: 0 })).toEqual(
      emptyBox,
    )
  })
  test('a clerk who walks the list gets the next person', () => {
    expect(boxAfterMark(box({ picked: 'a' }), 'b', { key: 'Enter', at: 0 }).picked).toBe('b')
  })
})

describe('digitAfterName', () => {
  test('a digit that an input method adds to a name is a key, full width too', () => {
    expect(digitAfterName('王新华', '王新华2')).toBe('2')
    expect(digitAfterName('wxh', 'wxh２')).toBe('2')
  })
  test('digits of a number stay text, and so does anything pasted', () => {
    expect(digitAfterName('241', '2417')).toBe('')
    expect(digitAfterName('', '2')).toBe('')
    expect(digitAfterName('王', '王新华')).toBe('')
    expect(digitAfterName('王', '王2417')).toBe('')
  })
})
