import { toHalfWidth } from '#shared/core/text'
import type { Teacher } from '#shared/people/model'
import { refuseWith } from '#electron/ipc/refusals'
import type { ReadableDb } from '#electron/store/driver'
import { teacherById, teachersByNumber } from './store.ts'

interface Who {
  readonly docNo: string
  readonly teacherId: string
}

/** The teacher that a request names by id or by document number; refuses `unknown-teacher`. */
export function whoIs(db: ReadableDb, who: Who): Teacher {
  return findWho(db, who) ?? refuseWith('unknown-teacher')
}

/** The same, null when there is none, or more than one with that number. */
export function findWho(db: ReadableDb, who: Who): Teacher | null {
  if (who.teacherId !== '') return teacherById(db, who.teacherId)
  const docNo = toHalfWidth(who.docNo).replace(/\s/g, '').toUpperCase()
  const [teacher, ...others] = teachersByNumber(db, docNo)
  return others.length > 0 ? null : (teacher ?? null)
}
