/** A school date in the words of a language: `4月16日` and `Apr 16`. */
export function shownDate(date: string, language: string): string {
  return format(date, language, { month: 'short', day: 'numeric' })
}

/** The same with the day of the week: `4月16日周二`. */
export function shownDay(date: string, language: string): string {
  return format(date, language, { month: 'short', day: 'numeric', weekday: 'short' })
}

/** First to last day, the month once when both share it; one day stands alone. */
export function shownDates(from: string, to: string, language: string): string {
  const first = shownDate(from, language)
  if (from === to) return first
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7)
  const last = isSameMonth ? format(to, language, { day: 'numeric' }) : shownDate(to, language)
  return `${first}–${last}`
}

/** School dates have no zone; UTC on both sides keeps the day. */
function format(date: string, language: string, parts: Intl.DateTimeFormatOptions): string {
  const shown = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' })
  return shown.format(new Date(`${date}T00:00:00Z`))
}

/** The short name of a month, 1 to 12. */
export function monthText(month: number, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  )
}
