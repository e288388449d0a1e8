import { type Instant, type LocalDate, type LocalTime, parseInstant } from '#shared/core/dates'
import type { Override, PresenceEvent, PresenceKind } from '#shared/attendance/model'

/** A Monday morning from 08:30 to 11:30. */
export const aLesson = {
  date: '2024-04-15' as LocalDate,
  start: '08:30' as LocalTime,
  end: '11:30' as LocalTime,
  closed: false,
}

/** An instant of that Monday. */
export function at(time: string): Instant {
  const instant = parseInstant(`${aLesson.date}T${time}`)
  if (instant === null) throw new Error(`${time} is no time`)
  return instant
}

/** An event as `kind time`, as in 'sign-in 08:25'; its order is its place in the list. */
export function events(...lines: readonly string[]): readonly PresenceEvent[] {
  return lines.map((line, index) => {
    const [kind = '', time = ''] = line.split(' ')
    return {
      id: `e${index + 1}`,
      lessonId: 'l1',
      teacherId: 't1',
      kind: kind as PresenceKind,
      at: at(kind === 'annul' ? '12:00' : time),
      means: 'keyboard',
      annuls: kind === 'annul' ? time : '',
      order: index + 1,
    }
  })
}

/** A person's decision about a status; `order` is its place in the journal and names it. */
export function anOverride(status: Override['status'], order: number, reason = ''): Override {
  return { id: `override-${order}`, status, reason, annuls: '', order }
}
