import { toHalfWidth } from '#shared/core/text'
import type { Teacher } from '#shared/people/model'
import { refuseWith } from '#electron/ipc/refusals'
import type { ReadableDb } from '#electron/store/driver'
import { teacherById, teachersByNumber } from './store.ts'

/** The teacher that a request names by id or by document number; refuses `unknown-teacher`. */
export function whoIs(
  db: ReadableDb,
  who: { readonly docNo: string; readonly teacherId: string },
): Teacher {
  if (who.teacherId !== '') return teacherById(db, who.teacherId) ?? refuseWith('unknown-teacher')
  const docNo = toHalfWidth(who.docNo).replace(/\s/g, '').toUpperCase()
  const [teacher, ...others] = teachersByNumber(db, docNo)
  if (!teacher || others.length > 0) refuseWith('unknown-teacher')
  return teacher
}
