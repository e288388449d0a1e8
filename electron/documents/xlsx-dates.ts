import { spreadsheetNamespaces } from './xlsx-names.ts'
import { attributeIn, walkXml } from './walk-xml.ts'
import type { XmlVisitor } from './walk-xml.ts'

/**
 * Number formats that a workbook need not spell out and that show a date or a time: 14–22 and 45–47
 * everywhere, 27–36 and 50–58 in Chinese and other East Asian workbooks (ECMA-376 part 1, §18.8.30).
 */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

/** Which cell styles, by their index, show a number as a date; null when the part is damaged. */
export function readDateStyles(part: Uint8Array): ReadonlySet<number> | null {
  const custom = new Map<number, string>()
  const formats: number[] = []
  let isInCells = false
  const visitor: XmlVisitor = {
    open: (tag) => {
      if (tag.local === 'cellXfs') isInCells = true
      if (tag.local === 'numFmt' && !isInCells)
        custom.set(numberIn(attributeIn(tag, 'numFmtId')), attributeIn(tag, 'formatCode') ?? '')
      if (tag.local === 'xf' && isInCells) formats.push(numberIn(attributeIn(tag, 'numFmtId')))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
    text: () => undefined,
  }
  if (!walkXml(part, spreadsheetNamespaces, visitor)) return null
  const isDate = (id: number): boolean => {
    const code = custom.get(id)
    if (code !== undefined) return isDateFormat(code)
    return builtInDates.some(([first, last]) => first <= id && id <= last)
  }
  return new Set(formats.flatMap((id, style) => (isDate(id) ? [style] : [])))
}

function numberIn(text: string | undefined): number {
  return Number(text ?? 0)
}

/** A format of dates has y, m, d, h or s outside quotes, escapes and brackets; [h] counts hours. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|[_*]./gs, '').replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare)
}

const secondsADay = 86_400
/** Day 1 is 1 January 1900; day 60 is a 29 February that never was, so later days count from one less. */
const beforeDay60 = Date.UTC(1899, 11, 31) / 1000
const fromDay61 = Date.UTC(1899, 11, 30) / 1000
const daysTo1904 = 1462
/** 31 December 9999, the last day a workbook can show. */
const lastDay = 2_958_465

/**
 * The day and time of a serial number as `YYYY-MM-DD`, with ` HH:MM:SS` when it has a time of day,
 * or a time alone for day 0; null when no date has this number.
 */
export function serialToText(serial: number, is1904: boolean): string | null {
  const seconds = Math.round((serial + (is1904 ? daysTo1904 : 0)) * secondsADay)
  if (!(seconds >= 0 && seconds < (lastDay + 1) * secondsADay)) return null
  const day = Math.floor(seconds / secondsADay)
  const first = day < 60 ? beforeDay60 : fromDay61
  const shown = new Date((first + seconds) * 1000).toISOString()
  const date = day === 60 ? '1900-02-29' : shown.slice(0, 10)
  const time = shown.slice(11, 19)
  if (day === 0) return time
  return time === '00:00:00' ? date : `${date} ${time}`
}

/** A date that is written out (`t="d"`) in the same form; null when it is none. */
export function isoToText(iso: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?Z?)?$/.exec(iso.trim())
  const [, date = '', minutes = '', seconds = ':00'] = match ?? []
  const time = minutes === '' ? '' : `${minutes}${seconds}`
  if (date === '') return time === '' ? null : time
  return time === '' || time === '00:00:00' ? date : `${date} ${time}`
}
