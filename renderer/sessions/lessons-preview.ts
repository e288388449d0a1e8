import { datesFromTo, parseLocalDate } from '#shared/core/dates'
import type { Refusal } from '#shared/core/result'
import { hoursOf } from './new-session-view.ts'
import { defaultHalfDays, halfDayLessons } from '#shared/sessions/lessons'

export type Preview =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'lessons'
      readonly days: number
      readonly count: number
      readonly hours: number
      readonly weekend: number
    }

/** What lessons a session would get, before it is made. */
export function previewLessons(form: {
  readonly from: string
  readonly to: string
  readonly lessons: 'half-day' | 'none'
  readonly hours: string
}): Preview {
  const from = parseLocalDate(form.from)
  const to = parseLocalDate(form.to)
  const hours = hoursOf(form.hours)
  if (from === null || to === null || form.lessons === 'none') return { kind: 'none' }
  if (hours === null && from <= to) return { kind: 'none' }
  const laid = halfDayLessons({
    sessionId: '',
    from,
    to,
    hours: hours ?? 0,
    place: '',
    halfDays: defaultHalfDays,
    newId: () => '',
  })
  if (!laid.ok) return { kind: 'refused', refusal: laid.refusal }
  const weekend = laid.value.filter((lesson) => lesson.weekend).length
  return {
    kind: 'lessons',
    days: datesFromTo(from, to).length,
    count: laid.value.length,
    hours: Math.round(laid.value.length * (hours ?? 0) * 100) / 100,
    weekend,
  }
}
