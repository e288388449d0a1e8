import { comparable } from '#shared/core/text'
import { chineseNumber } from './chinese-numerals.ts'

export interface GivenNumber {
  readonly no: number
  /** Why this is not the number of the file; null when it is. */
  readonly because: 'number-missing' | 'number-unread' | 'number-repeated' | null
}

/**
 * One number for each project of a plan, no number twice. A project without 序号 gets the one after
 * the project above, or after the highest where that is taken; so does one that repeats a number.
 */
export function numbersFor(texts: readonly string[]): readonly GivenNumber[] {
  const printed = texts.map(planNumber)
  const taken = new Set(printed.flatMap((no) => no ?? []))
  const given = new Set<number>()
  let previous = 0
  return texts.map((text, i) => {
    const wanted = printed[i] ?? null
    const isFree = wanted !== null && !given.has(wanted)
    const no = isFree ? wanted : nextNumber(previous, taken)
    previous = no
    taken.add(no)
    given.add(no)
    if (isFree) return { no, because: null }
    if (wanted !== null) return { no, because: 'number-repeated' }
    return { no, because: text === '' ? 'number-missing' : 'number-unread' }
  })
}

/** The 序号 of a project, 1, 1. , （1）, ① or 一、, as a number; null for anything else. */
export function planNumber(text: string): number | null {
  const plain = comparable(text.normalize('NFKC')).replace(/^\(?第?|[).、号]+$/g, '')
  const value = /^\d{1,4}(?:\.0)?$/.test(plain) ? Number(plain) : chineseNumber(plain)
  return value === null || value < 1 ? null : value
}

function nextNumber(previous: number, taken: ReadonlySet<number>): number {
  return taken.has(previous + 1) ? Math.max(...taken) + 1 : previous + 1
}
