import { toHalfWidth } from '#shared/core/text'
import { passwordFault } from '#shared/vault/model'

export interface SchoolDraft {
  readonly org: string
  readonly region: string
}

export interface AdminDraft {
  readonly admin: string
  readonly password: string
  readonly again: string
}

/** A field's fault is a key of vault.json, group `fault`. */
export type Faults<Draft> = Partial<Record<keyof Draft, string>>

/** What keeps the school's card from being taken. */
export function schoolFaults({ org, region }: SchoolDraft): Faults<SchoolDraft> {
  return {
    ...(org.trim() === '' && { org: 'org' }),
    ...(!/^\d{6}$/.test(region) && { region: 'region' }),
  }
}

/** What keeps the administrator's card from being taken; the list of common passwords is the core's. */
export function adminFaults({ admin, password, again }: AdminDraft): Faults<AdminDraft> {
  const weakness = passwordFault(password, [])
  return {
    ...(admin.trim() === '' && { admin: 'admin' }),
    ...(weakness && { password: weakness }),
    ...(again !== password && { again: 'again' }),
  }
}

export interface RecoverDraft {
  readonly recoveryKey: string
  readonly password: string
  readonly again: string
}

/** What keeps a new password from being set by the recovery key. */
export function recoverFaults(draft: RecoverDraft): Faults<RecoverDraft> {
  const { password, again } = adminFaults({ ...draft, admin: 'known' })
  return {
    ...(!isWholeKey(draft.recoveryKey) && { recoveryKey: 'recoveryKey' }),
    ...(password !== undefined && { password }),
    ...(again !== undefined && { again }),
  }
}

/** A typed recovery key in its groups of four, whatever stood between its letters. */
export function recoveryGroups(typed: string): readonly string[] {
  const letters = toHalfWidth(typed).replace(/[^0-9A-Za-z]/g, '')
  return letters.toUpperCase().match(/.{1,4}/g) ?? []
}

/** A recovery key is printed in seven groups of four. */
function isWholeKey(typed: string): boolean {
  const groups = recoveryGroups(typed)
  return groups.length === 7 && groups.at(-1)?.length === 4
}

/** The groups of four in which a recovery key is printed and read aloud. */
export function groupsOf(recoveryKey: string): readonly string[] {
  return recoveryKey.split(/[\s-]+/).filter(Boolean)
}

/** Has the asked group been copied from the paper? Capitals, blanks and look-alikes do not matter. */
export function provesKey(group: string, typed: string): boolean {
  return sameLetters(typed) === sameLetters(group)
}

/** The key's alphabet has no I, L, O, U: who reads one of them means 1, 1, 0, V. */
function sameLetters(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V')
}
