import { comparable } from '#shared/core/text'

export interface Unit {
  readonly id: string
  readonly name: string
  readonly confirmed: boolean
  readonly teachers: number
}

/** The units whose name holds the text, those waiting for a person's word first, then the largest. */
export function unitsShown(units: readonly Unit[], text: string): readonly Unit[] {
  const wanted = comparable(text).toLowerCase()
  return units
    .filter(({ name }) => comparable(name).toLowerCase().includes(wanted))
    .sort(
      (a, b) =>
        Number(a.confirmed) - Number(b.confirmed) ||
        b.teachers - a.teachers ||
        (a.name < b.name ? -1 : 1),
    )
}

/** The values of the page's subtitle. */
export function peopleTotals({
  teachers,
  units,
}: {
  readonly teachers: number
  readonly units: readonly Unit[]
}): { readonly teachers: number; readonly units: number; readonly unconfirmed: number } {
  const unconfirmed = units.filter(({ confirmed }) => !confirmed).length
  return { teachers, units: units.length, unconfirmed }
}
