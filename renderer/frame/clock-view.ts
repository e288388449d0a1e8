import { instantMs, type Instant } from '#shared/core/dates'

/** Laptops and phones differ by a little; a clock this much behind the last mark is in doubt. */
const toleratedMs = 60_000

/**
 * Is the computer's clock behind the last mark that was taken? Its dates cannot be trusted then. An
 * empty text is no time, and nothing is behind it.
 */
export function isClockBehind(nowMs: number, lastEventAt: string): boolean {
  return instantMs(lastEventAt as Instant) - nowMs > toleratedMs
}

/** Day, weekday and minute in China's one zone. */
export function clockText(nowMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(nowMs)
}
