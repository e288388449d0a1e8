/**
 * School dates. A lesson at 08:30 is at 08:30 on every laptop, whatever its zone, so dates and
 * times are strings; China has one zone (UTC+8, no summer time since 1992) and that is added only
 * when an instant must be named.
 */
export type LocalDate = string & { readonly __localDate: never }
export type LocalTime = string & { readonly __localTime: never }
/** `YYYY-MM-DDTHH:MM:SS.mmm+08:00`: an instant as a clock claimed it. Sorts as text. */
export type Instant = string & { readonly __instant: never }

const dayMs = 86_400_000
const chinaOffsetMs = 8 * 3_600_000

/** A calendar date `YYYY-MM-DD`, or null when there is no such day. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
    ? (text as LocalDate)
    : null
}

/** A time of day `HH:MM`, or null. */
export function parseLocalTime(text: string): LocalTime | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as LocalTime) : null
}

/**
 * An instant from an ISO text; without an offset it is China time. Null when unreadable, when there
 * is no such day or hour, and outside the years 1900 to 2199, where a time can only be mistyped.
 */
export function parseInstant(text: string): Instant | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):?[0-5]\d)?$/.exec(
      text,
    )
  const [, date = '', time = '', , , offset] = match ?? []
  if (parseLocalDate(date) === null || parseLocalTime(time) === null) return null
  const ms = Date.parse(`${text.replace(' ', 'T')}${offset === undefined ? '+08:00' : ''}`)
  if (Number.isNaN(ms)) return null
  const at = toInstant(ms)
  return at >= '1900' && at < '2200' ? at : null
}

/** The instant of a count of milliseconds since 1970, in China time. */
export function toInstant(epochMs: number): Instant {
  return `${new Date(epochMs + chinaOffsetMs).toISOString().slice(0, -1)}+08:00` as Instant
}

/** Milliseconds since 1970 of an instant. */
export function instantMs(at: Instant): number {
  return Date.parse(at)
}

/** The instant of a school date and time. */
export function instantOf(date: LocalDate, time: LocalTime): Instant {
  return `${date}T${time}:00.000+08:00` as Instant
}

/** The school date of an instant. */
export function dateOf(at: Instant): LocalDate {
  return at.slice(0, 10) as LocalDate
}

/** Minutes from `from` to `to`, negative when `to` is earlier; seconds count as parts of a minute. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (instantMs(to) - instantMs(from)) / 60_000
}

/** The date a number of days later. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs)
    .toISOString()
    .slice(0, 10) as LocalDate
}

/** Every date from the first to the last, both included; none when the order is reversed. */
export function datesFromTo(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs
  return Array.from({ length: Math.max(0, days + 1) }, (_, i) => addDays(from, i))
}

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}
