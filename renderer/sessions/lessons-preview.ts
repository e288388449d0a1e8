import { parseLocalDate } from '#shared/core/dates'
import type { Refusal } from '#shared/core/result'
import { defaultHalfDays, halfDayLessons } from '#shared/sessions/lessons'

export type Preview =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'lessons'
      readonly count: number
      readonly hours: number
      readonly weekend: number
    }

/** What lessons a session would get, before it is made. */
export function previewLessons(form: {
  readonly from: string
  readonly to: string
  readonly lessons: 'half-day' | 'none'
  readonly hours: number
}): Preview {
  const from = parseLocalDate(form.from)
  const to = parseLocalDate(form.to)
  if (from === null || to === null || form.lessons === 'none') return { kind: 'none' }
  const laid = halfDayLessons({
    sessionId: '',
    from,
    to,
    hours: form.hours,
    place: '',
    halfDays: defaultHalfDays,
    newId: () => '',
  })
  if (!laid.ok) return { kind: 'refused', refusal: laid.refusal }
  const weekend = laid.value.filter((lesson) => lesson.weekend).length
  return {
    kind: 'lessons',
    count: laid.value.length,
    hours: laid.value.length * form.hours,
    weekend,
  }
}
