import type { ExportFact } from '#shared/exports/rows'
import { standingEntries } from '#shared/hours/card'
import { checkDocumentNumber } from '#shared/people/document-number'
import type { Session } from '#shared/sessions/model'
import { entriesOfSession } from '#electron/hours/store'
import { teacherById } from '#electron/people/store'
import { projectById } from '#electron/plan/store'
import type { ReadableDb } from '#electron/store/driver'
import { settingOf } from '#electron/store/settings'
import { batchesOf } from './store.ts'

/** The standing ledger lines of a session that are in no file yet, or all of them. */
export function factsToExport(db: ReadableDb, session: Session, all: boolean): ExportFact[] {
  const sent = new Set(batchesOf(db, session.id).flatMap((batch) => batch.entryIds))
  const projectName = projectById(db, session.projectId)?.name ?? ''
  const organisation = settingOf(db, 'org')
  return standingEntries(entriesOfSession(db, session.id))
    .filter((entry) => all || !sent.has(entry.id))
    .map((entry) => {
      const teacher = teacherById(db, entry.teacherId)
      const docType = teacher?.docType ?? ''
      const docNo = teacher?.docNo ?? ''
      return {
        entryId: entry.id,
        teacherId: entry.teacherId,
        name: teacher?.name ?? '',
        docType,
        docNo,
        isDocumentValid: checkDocumentNumber(docType, docNo).ok,
        year: entry.year,
        category: entry.categoryCode,
        projectName,
        organisation,
        mode: entry.modeCode,
        hours: entry.hours,
        credits: entry.credits,
        from: entry.from,
        to: entry.to,
      }
    })
}
