import { roles, type Role } from '#shared/vault/model'
import type { Change } from '#electron/store/apply-changes'
import { first, text, type ReadableDb } from '#electron/store/driver'

export interface StoredUser {
  readonly id: string
  readonly name: string
  readonly role: Role
}

export function userById(db: ReadableDb, id: string): StoredUser | null {
  return first(
    db,
    'SELECT id, name, role FROM "user" WHERE id = ? AND removed = 0',
    [id],
    (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      role: roles.find((role) => role === row['role']) ?? 'read-only',
    }),
  )
}

export function userChange(
  user: { readonly id: string; readonly name: string },
  role: Role,
): Change {
  return { table: 'user', id: user.id, fields: { name: user.name, role } }
}
