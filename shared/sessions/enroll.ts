import { comparable } from '#shared/core/text'
import type { Teacher } from '#shared/people/model'
import type { RosterRow } from './roster-model.ts'

/** What the register and the session know of one clean row's person. */
export interface KnownPerson {
  readonly row: RosterRow
  /** Register id of the document number. */
  readonly teacherId: string
  /** Register id of the unit's name, '' when the row names none. */
  readonly unitId: string
  readonly teacher: Teacher | null
  /** The unit that the register names for the teacher, '' when it names none. */
  readonly registeredUnit: string
  readonly enrollment: 'none' | 'enrolled' | 'removed'
}

/** A field of the register that the roster tells otherwise; the register is left as it is. */
export interface RegisterDiffers {
  readonly row: RosterRow
  readonly field: 'unit' | 'phone' | 'stage' | 'subject' | 'title' | 'sex'
  readonly register: string
  readonly roster: string
}

export interface EnrollmentPlan {
  /** Rows whose number belongs to another name in the register. */
  readonly held: readonly RosterRow[]
  readonly accepted: readonly KnownPerson[]
  readonly added: number
  readonly updated: number
  readonly newTeachers: number
  readonly differs: readonly RegisterDiffers[]
}

const describing = ['phone', 'stage', 'subject', 'title', 'sex'] as const

/**
 * Sorts clean roster rows into new on this session, already on it, and held because the number is
 * registered under another name. A known teacher is no doubt; what the register already says of
 * him is not overwritten by a roster, but every difference is told.
 */
export function planEnrollment(people: readonly KnownPerson[]): EnrollmentPlan {
  const isOther = ({ teacher, row }: KnownPerson): boolean =>
    teacher !== null && comparable(teacher.name) !== comparable(row.name)
  const accepted = people.filter((person) => !isOther(person))
  const updated = accepted.filter((person) => person.enrollment === 'enrolled').length
  return {
    held: people.filter(isOther).map((person) => person.row),
    accepted,
    added: accepted.length - updated,
    updated,
    newTeachers: accepted.filter((person) => person.teacher === null).length,
    differs: accepted.flatMap(differencesOf),
  }
}

/** The register's fields that the roster may fill: those that are empty there. */
export function fieldsToFill({
  row,
  teacher,
  unitId,
}: KnownPerson): Readonly<Record<string, string>> {
  const empty = describing.filter((field) => row[field] !== '' && (teacher?.[field] ?? '') === '')
  const unit = unitId !== '' && (teacher?.unitId ?? '') === '' ? { unit_id: unitId } : {}
  return { ...Object.fromEntries(empty.map((field) => [field, row[field]])), ...unit }
}

function differencesOf(person: KnownPerson): readonly RegisterDiffers[] {
  const { row, teacher, registeredUnit } = person
  if (!teacher) return []
  const known = { ...teacher, unit: registeredUnit }
  return (['unit', ...describing] as const)
    .filter((field) => row[field] !== '' && known[field] !== '')
    .filter((field) => comparable(row[field]) !== comparable(known[field]))
    .map((field) => ({ row, field, register: known[field], roster: row[field] }))
}
