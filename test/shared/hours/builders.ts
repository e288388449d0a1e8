import { addDays } from '#shared/core/dates'
import type { ScheduledLesson } from '#shared/hours/compute'
import type { HoursEntry } from '#shared/hours/model'
import { lessonLabels, localDateSchema, localTimeSchema } from '#shared/sessions/model'

export const date = (text: string) => localDateSchema.parse(text)

/** A lesson of four hours; lines read `day start end hours`, the first day is a Monday. */
export function lessons(...lines: readonly string[]): readonly ScheduledLesson[] {
  return lines.map((line, index) => {
    const [day = '1', start = '08:30', end = '11:30', hours = '4'] = line.split(' ')
    return {
      id: `l${index + 1}`,
      date: addDays(date('2024-04-15'), Number(day) - 1),
      label: start < '12:00' ? lessonLabels[0] : lessonLabels[1],
      start: localTimeSchema.parse(start),
      end: localTimeSchema.parse(end),
      hours: Number(hours),
    }
  })
}

export function anEntry(changes: Partial<HoursEntry> = {}): HoursEntry {
  return {
    id: 'h1',
    sessionId: 's1',
    teacherId: 't1',
    hours: 16,
    credits: 0,
    ruleSetId: 'default',
    ruleSetVersion: 1,
    year: 2024,
    categoryCode: '40',
    modeCode: '2',
    from: date('2024-04-15'),
    to: date('2024-04-16'),
    explanation: '{}',
    reversalOf: '',
    ...changes,
  }
}
