import type { PlanProject } from './model.ts'

/** A field whose wording in the new plan is not what the vault holds. */
export interface PlanDifference {
  readonly no: number
  readonly field: (typeof comparedFields)[number]
  readonly from: string
  readonly to: string
}

export interface PlanComparison {
  readonly added: readonly number[]
  readonly changed: readonly number[]
  readonly unchanged: readonly number[]
  readonly differences: readonly PlanDifference[]
  /** Projects of the year that the new plan does not name; they are kept. */
  readonly missing: readonly { readonly no: number; readonly name: string }[]
}

/** What is printed; what is read from it (headcount, months, modes) follows from the wording. */
export const comparedFields = [
  'name',
  'originalName',
  'headcountText',
  'modeText',
  'timeText',
  'place',
] as const

/**
 * What a plan that is imported again would change, project by project of the same number. Nothing
 * is ever taken away by an import: who is missing in the new plan is named and kept.
 */
export function comparePlans(
  known: readonly PlanProject[],
  read: readonly PlanProject[],
): PlanComparison {
  const before = new Map(known.map((project) => [project.no, project]))
  const differences = read.flatMap((project) => differencesOf(before.get(project.no), project))
  const changed = new Set(differences.map(({ no }) => no))
  const numbers = read.map(({ no }) => no)
  return {
    added: numbers.filter((no) => !before.has(no)),
    changed: numbers.filter((no) => changed.has(no)),
    unchanged: numbers.filter((no) => before.has(no) && !changed.has(no)),
    differences,
    missing: known.filter(({ no }) => !numbers.includes(no)).map(({ no, name }) => ({ no, name })),
  }
}

function differencesOf(
  before: PlanProject | undefined,
  read: PlanProject,
): readonly PlanDifference[] {
  if (!before) return []
  return comparedFields
    .filter((field) => before[field] !== read[field])
    .map((field) => ({ no: read.no, field, from: before[field], to: read[field] }))
}
