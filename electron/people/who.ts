import { documentKey } from '#shared/people/document-number'
import type { Teacher } from '#shared/people/model'
import { refuseWith } from '#electron/ipc/refusals'
import type { Vault } from '#electron/store/vault'
import { teacherById } from './store.ts'

interface Who {
  readonly docNo: string
  readonly teacherId: string
}

/** The teacher that a request names by id or by document number; refuses `unknown-teacher`. */
export function whoIs(vault: Vault, who: Who): Teacher {
  return findWho(vault, who) ?? refuseWith('unknown-teacher')
}

/** The same, null when there is none. */
export function findWho(vault: Vault, { docNo, teacherId }: Who): Teacher | null {
  return teacherById(vault.db, teacherId === '' ? teacherIdOf(vault, docNo) : teacherId)
}

/** The register id of a document number. */
export function teacherIdOf(vault: Vault, docNo: string): string {
  return vault.idOf('teacher', documentKey(docNo))
}
