import { toHalfWidth } from '#shared/core/text'

export interface SessionDraft {
  readonly project: number
  readonly name: string
  readonly from: string
  readonly to: string
  readonly lessons: 'half-day' | 'none'
  /** As typed. */
  readonly hours: string
}

/** What a session needs and the form lacks: keys of sessions.json, group `new.need`, in the form's order. */
export function missingIn(draft: SessionDraft): readonly ('project' | 'name' | 'from' | 'to')[] {
  const { project, name, from, to } = draft
  return [
    ...(project > 0 ? [] : (['project'] as const)),
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(from === '' ? (['from'] as const) : []),
    ...(to === '' ? (['to'] as const) : []),
  ]
}

/** No half-day has more 学时 than the core takes. */
const mostHours = 12

/** The typed 学时 of a lesson, or null when it is no number of them: above 0, to 12, two decimals. */
export function hoursOf(typed: string): number | null {
  const text = toHalfWidth(typed).trim()
  if (!/^\d+(\.\d{1,2})?$/.test(text)) return null
  const hours = Number(text)
  return hours > 0 && hours <= mostHours ? hours : null
}

/** Can the session be made as the form stands? */
export function mayCreate(draft: SessionDraft): boolean {
  const { from, to, lessons, hours } = draft
  const hasHours = lessons === 'none' || hoursOf(hours) !== null
  return missingIn(draft).length === 0 && from <= to && hasHours
}
