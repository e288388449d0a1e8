import type { RosterImported } from '#shared/sessions/contract'
import {
  fieldsToFill,
  planEnrollment,
  type EnrollmentPlan,
  type KnownPerson,
} from '#shared/sessions/enroll'
import type { RosterBatchReport } from '#shared/sessions/held-rows'
import type { RosterExamination, RosterRow } from '#shared/sessions/roster-model'
import { sentence, type Language } from '#electron/i18n'
import { newUnit, teacherById, unitExists, unitId, unitName } from '#electron/people/store'
import { teacherIdOf } from '#electron/people/who'
import type { Change } from '#electron/store/apply-changes'
import { importRecord } from '#electron/store/import-record'
import type { Vault } from '#electron/store/vault'
import { enrollmentOf, lastPosition } from './roster-store.ts'

export interface Enrolled {
  readonly plan: EnrollmentPlan
  readonly newUnits: readonly string[]
  readonly changes: readonly Change[]
  record(facts: RecordFacts): Change
}

interface RecordFacts {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly imported: RosterImported
  readonly sessionId: string
  readonly at: string
  readonly userId: string
}

/** Everything that the clean rows of a roster would write, nothing of it written yet. */
export function enrollFrom(vault: Vault, sessionId: string, clean: readonly RosterRow[]): Enrolled {
  const plan = planEnrollment(clean.map((row) => knownPerson(vault, sessionId, row)))
  const units = [...new Set(plan.accepted.map(({ row }) => row.unit).filter((unit) => unit !== ''))]
  const newUnits = units.filter((unit) => !unitExists(vault.db, unitId(vault, unit)))
  const first = lastPosition(vault.db, sessionId) + 1
  const changes = plan.accepted.flatMap((person, i) =>
    changesFor(vault, sessionId, person, first + i),
  )
  return {
    plan,
    newUnits,
    changes: [...newUnits.map((unit) => newUnit(vault, unit)), ...changes],
    record: ({ imported, ...facts }) =>
      importRecord({
        ...facts,
        what: 'roster',
        id: imported.importId,
        rows: imported.rows,
        accepted: imported.accepted,
        ignored: imported.ignored,
        held: imported.held.length,
        report: keptReport(imported, plan),
      }),
  }
}

/** What stays with the import: places, codes and names; sentences are made in the reader's language. */
function keptReport(imported: RosterImported, plan: EnrollmentPlan): RosterBatchReport {
  const { held, ignoredRows, repaired } = imported
  return {
    accepted: plan.accepted.map(({ row }) => row.name),
    held: held.map(({ sheet, row, name, code }) => ({ sheet, row, name, code })),
    ignored: ignoredRows.map(({ sheet, row, code }) => ({ sheet, row, code })),
    repaired: repaired.map(({ sheet, row, field, reason }) => ({ sheet, row, field, reason })),
  }
}

function knownPerson(vault: Vault, sessionId: string, row: RosterRow): KnownPerson {
  const teacherId = teacherIdOf(vault, row.docNo)
  const enrollment = enrollmentOf(vault.db, sessionId, teacherId)
  const teacher = teacherById(vault.db, teacherId)
  return {
    row,
    teacherId,
    unitId: unitId(vault, row.unit),
    teacher,
    registeredUnit: teacher ? unitName(vault.db, teacher.unitId) : '',
    enrollment: enrollment === null ? 'none' : enrollment.removed ? 'removed' : 'enrolled',
  }
}

function changesFor(
  vault: Vault,
  sessionId: string,
  person: KnownPerson,
  position: number,
): Change[] {
  const { row, teacherId, teacher } = person
  const identity = teacher ? {} : { doc_type: row.docType, doc_no: row.docNo, name: row.name }
  const known: Change = {
    table: 'teacher',
    id: teacherId,
    fields: { ...identity, ...fieldsToFill(person) },
  }
  const unit = person.unitId === '' ? {} : { unit_id: person.unitId }
  const isOnRoster = person.enrollment === 'enrolled'
  const enrollment: Change = {
    table: 'enrollment',
    id: vault.idOf('enrollment', sessionId, teacherId),
    fields: isOnRoster
      ? unit
      : {
          session_id: sessionId,
          teacher_id: teacherId,
          ...unit,
          origin: 'nominated',
          position,
          ...(person.enrollment === 'removed' ? { removed: 0, removed_reason: '' } : {}),
        },
  }
  return [known, enrollment]
}

/** What the person reads: counts that add up, and a sentence for every line that is not simply taken. */
export function reportOf(facts: {
  readonly importId: string
  readonly examined: RosterExamination
  readonly enrolled: Enrolled
  readonly language: Language
}): RosterImported {
  const { examined, enrolled, language } = facts
  const { plan } = enrolled
  const say: Say = (key, params) => sentence(language, `roster:${key}`, params)
  const others = plan.held.map(({ sheet, row, name }) => ({
    sheet,
    row,
    name,
    code: 'same-id-other-name' as const,
  }))
  return {
    importId: facts.importId,
    rows: examined.rows,
    accepted: plan.accepted.length,
    added: plan.added,
    updated: plan.updated,
    newTeachers: plan.newTeachers,
    newUnits: [...enrolled.newUnits],
    ignored: examined.ignored.length,
    ignoredRows: examined.ignored.map((line) => ({
      ...line,
      message: say(`ignored.${line.code}`),
    })),
    held: [...examined.held, ...others].map((row) => ({
      ...row,
      message: say(`held.${row.code}`),
    })),
    repaired: examined.repaired.map((r) => ({ ...r, message: say(`repaired.${r.reason}`) })),
    duplicates: examined.duplicates.map((row) => ({ ...row, sameAs: { ...row.sameAs } })),
    remarks: remarksOf(examined, plan, say),
  }
}

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string

function remarksOf(
  examined: RosterExamination,
  plan: EnrollmentPlan,
  say: Say,
): RosterImported['remarks'] {
  const seen = examined.remarks.map(({ sheet, row, code, params }) => ({
    sheet,
    row,
    name: String(params['name'] ?? ''),
    code: code,
    message: say(`remarks.${code}`, params),
  }))
  const differs = plan.differs.map(({ row: { sheet, row, name }, ...values }) => ({
    sheet,
    row,
    name,
    code: 'register-differs',
    message: say('remarks.register-differs', {
      name,
      ...values,
      field: say(`fields.${values.field}`),
    }),
  }))
  const again = plan.accepted
    .filter(({ enrollment }) => enrollment === 'removed')
    .map(({ row: { sheet, row, name } }) => ({
      ...{ sheet, row, name, code: 'enrolled-again' },
      message: say('remarks.enrolled-again', { name }),
    }))
  return [...seen, ...differs, ...again]
}
