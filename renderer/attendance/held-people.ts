import type { HeldRow } from '#shared/sessions/contract'
import { typedForm } from './roll-call-match.ts'

/** A person of a roster row that waits for somebody: not enrolled, so nobody can mark them. */
export interface HeldPerson {
  readonly name: string
  /** Why the row waits, in the words of the core. */
  readonly message: string
  readonly form: string
  readonly initials: readonly string[]
}

/** The named people of held rows; the readings of names are fetched only when there are some. */
export async function heldPeopleOf(rows: readonly HeldRow[]): Promise<readonly HeldPerson[]> {
  const named = rows.filter(({ name }) => name.trim() !== '')
  if (named.length === 0) return []
  const { initialsOf } = await import('#shared/people/initials')
  return named.map(({ name, message }) => ({
    name,
    message,
    form: typedForm(name),
    initials: initialsOf(name),
  }))
}

/** The held person whose name was typed, by characters or initials from its beginning. */
export function heldPersonFor(held: readonly HeldPerson[], text: string): HeldPerson | undefined {
  const typed = typedForm(text)
  if (typed === '') return undefined
  return held.find(({ form, initials }) =>
    [form, ...initials].some((reading) => reading.startsWith(typed)),
  )
}
