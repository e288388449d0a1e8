/**
 * Counts in the bytes of a part what a reader must have found there. It knows nothing of cells and
 * texts, so that a fault of the reader cannot be a fault of the count.
 */

const openBracket = 0x3c
const slash = 0x2f
/** Where a tag's name ends: blanks, `/` and `>`. */
const nameEnds = new Set([0x20, 0x09, 0x0a, 0x0d, slash, 0x3e])

/** The rows of a worksheet part in which a value, a text or a formula is written. */
export function countFilledRows(part: Uint8Array): number {
  let filled = 0
  let isFilled = false
  forEachTag(part, (name, isEnd) => {
    if (name === 'row') {
      if (isFilled) filled++
      isFilled = false
    } else if (!isEnd && (name === 'v' || name === 't' || name === 'f')) isFilled = true
  })
  return filled
}

/** The sheets that a workbook part names. */
export function countSheets(part: Uint8Array): number {
  let sheets = 0
  forEachTag(part, (name, isEnd) => {
    if (name === 'sheet' && !isEnd) sheets++
  })
  return sheets
}

/** What a part may hold that only looks like tags, and where it ends. */
const skipped = [
  { begins: '!--', ends: '-->' },
  { begins: '![CDATA[', ends: ']]>' },
] as const

function forEachTag(part: Uint8Array, see: (name: string, isEnd: boolean) => void): void {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  let at = bytes.indexOf(openBracket)
  while (at >= 0) {
    const isEnd = bytes[at + 1] === slash
    const start = at + (isEnd ? 2 : 1)
    let end = start
    while (end < bytes.length && !nameEnds.has(bytes[end] ?? 0)) end++
    const name = bytes.toString('latin1', start, end)
    const skip = name.startsWith('!') && skipped.find(({ begins }) => name.startsWith(begins))
    if (!skip) see(name.slice(name.indexOf(':') + 1), isEnd)
    const next = skip ? bytes.indexOf(skip.ends, start) : end
    at = next < 0 ? -1 : bytes.indexOf(openBracket, next)
  }
}
