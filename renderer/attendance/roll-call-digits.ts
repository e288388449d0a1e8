import type { Mark } from '#shared/attendance/mark'

/** A digit that was taken as a mark, and whether it wrote one. */
export interface DigitMark {
  readonly key: string
  /** In ms of any steady clock. */
  readonly at: number
  readonly marked: boolean
  /** Was it pressed while walking the list, where no name or number stood in the box? */
  readonly walked: boolean
}

export const noDigits: readonly DigitMark[] = []

export const markOfDigit: Readonly<Record<string, Mark>> = {
  '1': 'present',
  '2': 'late',
  '3': 'leave',
  '4': 'absent',
}

/** Nobody presses two keys within 40 ms; scanners type a digit every 5 to 30 ms. */
const scannerMs = 40
/** Who types a number he reads from a card pauses less than this between two digits. */
const oneNumberMs = 1_500
/** Three digits of a tail can be marks before the fourth shows what they were. */
const mostMistaken = 3

/** Did a scanner, and no hand, type the key after the one before? */
export function isScanned(before: number, at: number): boolean {
  return at - before < scannerMs
}

/**
 * The number that was being typed when its digits were taken as marks, and how many marks they
 * wrote; null when this digit is a mark like those before it. It shows either in a scanner's speed
 * or, while the clerk walks the list, in a digit that means no mark.
 */
export function mistakenRun(
  digits: readonly DigitMark[],
  { key, at }: Pick<DigitMark, 'key' | 'at'>,
  isWalking: boolean,
): { readonly text: string; readonly marks: number } | null {
  const last = digits.at(-1)
  if (last && isScanned(last.at, at)) return taken([last], key)
  if (key in markOfDigit) return null
  const run = runBefore(digits, at)
  return run.length > 0 || isWalking ? taken(run, key) : null
}

function taken(run: readonly DigitMark[], key: string) {
  return {
    text: [...run, { key }].map((digit) => digit.key).join(''),
    marks: run.filter(({ marked }) => marked).length,
  }
}

/** The digits typed directly before, each soon after the other. */
function runBefore(digits: readonly DigitMark[], at: number): readonly DigitMark[] {
  const named = digits.findLastIndex(({ walked }) => !walked)
  const latest = digits.slice(named + 1).slice(-mostMistaken)
  const times = [...latest.map((digit) => digit.at), at]
  const breaks = latest.findLastIndex(
    (_, i) => (times[i + 1] ?? at) - (times[i] ?? at) > oneNumberMs,
  )
  return latest.slice(breaks + 1)
}
