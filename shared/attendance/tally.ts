import type { AttendanceStatus } from './model.ts'

export type AttendanceCounts = Readonly<Record<AttendanceStatus, number>>

/** How many people have each status; the counts add up to the people. */
export function tallyStatuses(statuses: Iterable<AttendanceStatus>): AttendanceCounts {
  const counts = {
    present: 0,
    late: 0,
    'left-early': 0,
    leave: 0,
    absent: 0,
    unmarked: 0,
  }
  for (const status of statuses) counts[status] += 1
  return counts
}

/** The same counts for each unit, units in the order in which they first appear. */
export function tallyByUnit(
  people: readonly { readonly unit: string; readonly status: AttendanceStatus }[],
): readonly { readonly unit: string; readonly counts: AttendanceCounts }[] {
  const units = [...new Set(people.map((person) => person.unit))]
  return units.map((unit) => ({
    unit,
    counts: tallyStatuses(people.filter((person) => person.unit === unit).map((p) => p.status)),
  }))
}
