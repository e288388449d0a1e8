const dayParts = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const

/** A date such as 4月16日. */
export function dayText(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, dayParts).format(Date.parse(`${date}T00:00:00Z`))
}

/** A span such as 4月16日 – 17日; one day alone when both are the same. */
export function spanText(from: string, to: string, language: string): string {
  return new Intl.DateTimeFormat(language, dayParts).formatRange(
    Date.parse(`${from}T00:00:00Z`),
    Date.parse(`${to}T00:00:00Z`),
  )
}

/** The short name of a month, 1 to 12. */
export function monthText(month: number, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  )
}
