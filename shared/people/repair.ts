import { toHalfWidth } from '#shared/core/text'

/** What may be tidied in a number without doubting it; each is named to the person who imports. */
export const repairReasons = [
  'full-width',
  'formula-quotes',
  'apostrophe',
  'blanks',
  'dashes',
  'lower-case',
] as const

export type RepairReason = (typeof repairReasons)[number]

export interface Repair {
  readonly from: string
  readonly to: string
  readonly reason: RepairReason
}

export interface Repaired {
  readonly text: string
  /** In the order they were made: each begins where the one before ended. */
  readonly repairs: readonly Repair[]
}

const tidying: Readonly<Record<RepairReason, (text: string) => string>> = {
  'full-width': toHalfWidth,
  // ="…" is how a number is kept as text in a CSV file that a spreadsheet opens.
  'formula-quotes': (text) => text.replace(/^\s*=\s*"(.*)"\s*$/s, '$1'),
  apostrophe: (text) => text.replace(/^\s*['‘’`´"“”]+|['‘’`´"“”]+\s*$/g, ''),
  blanks: (text) => text.replace(/[\s\u200B-\u200D\uFEFF]/g, ''),
  dashes: (text) => text.replace(/[-\u2010-\u2015\u2212]/g, ''),
  'lower-case': (text) => text.toUpperCase(),
}

/** Tidies a text for the named reasons, in their order, and says each change that was needed. */
export function repair(text: string, reasons: readonly RepairReason[] = repairReasons): Repaired {
  const repairs: Repair[] = []
  let at = text
  for (const reason of reasons) {
    const to = tidying[reason](at)
    if (to !== at) repairs.push({ from: at, to, reason })
    at = to
  }
  return { text: at, repairs }
}
