import type { MergedRange } from '#shared/core/sheets'

/** Column letters as a number: A 1, Z 26, AA 27. */
export function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  )
}

/** The range of an address such as B2:C5; none for a single cell or what is no address. */
export function rangeOf(address: string): readonly MergedRange[] {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address.trim())
  if (!match) return []
  const [, left = '', top = '', right = '', bottom = ''] = match
  const columns = [columnNumber(left), columnNumber(right)] as const
  const rows = [Number(top), Number(bottom)] as const
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  }
  return range.top === range.bottom && range.left === range.right ? [] : [range]
}

/**
 * Ranges cut to the rows and columns that are written. One wholly outside means nothing to anybody,
 * nor does one over others: no program makes them, and a thousand of them would cost as many times.
 */
export function withinUsed(
  merges: readonly MergedRange[],
  used: { readonly lastNumber: number; readonly lastColumn: number },
): readonly MergedRange[] {
  const heights = new Map<number, number>()
  let area = 0
  return merges.flatMap((range) => {
    const bottom = Math.min(range.bottom, used.lastNumber)
    const right = Math.min(range.right, used.lastColumn)
    if (bottom < range.top || right < range.left) return []
    const height = (heights.get(range.left) ?? 0) + bottom - range.top + 1
    area += (bottom - range.top + 1) * (right - range.left + 1)
    if (height > used.lastNumber || area > used.lastNumber * used.lastColumn) return []
    heights.set(range.left, height)
    return [{ ...range, bottom, right }]
  })
}
