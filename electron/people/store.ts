import { comparable } from '#shared/core/text'
import type { Teacher } from '#shared/people/model'
import type { Change } from '#electron/store/apply-changes'
import {
  all,
  first,
  integer,
  statement,
  text,
  type ReadableDb,
  type Row,
} from '#electron/store/driver'
import type { Vault } from '#electron/store/vault'

function toTeacher(row: Row): Teacher {
  return {
    id: text(row, 'id'),
    docType: text(row, 'doc_type'),
    docNo: text(row, 'doc_no'),
    name: text(row, 'name'),
    sex: text(row, 'sex') as Teacher['sex'],
    phone: text(row, 'phone'),
    unitId: text(row, 'unit_id'),
    stage: text(row, 'stage'),
    subject: text(row, 'subject'),
    title: text(row, 'title'),
  }
}

export function teacherById(db: ReadableDb, id: string): Teacher | null {
  return first(db, 'SELECT * FROM teacher WHERE id = ? AND removed = 0', [id], toTeacher)
}

export function unitName(db: ReadableDb, id: string): string {
  return first(db, 'SELECT name FROM unit WHERE id = ?', [id], (row) => text(row, 'name')) ?? ''
}

export function unitExists(db: ReadableDb, id: string): boolean {
  return statement(db, 'SELECT 1 FROM unit WHERE id = ?').get(id) !== undefined
}

/** The register id of a unit: one for every way of writing the name with blanks or full-width signs. */
export function unitId(vault: Vault, name: string): string {
  return name === '' ? '' : vault.idOf('unit', comparable(name))
}

/** Is this the name of a unit that the register does not hold? What it holds is left as it is. */
export function isNewUnit(vault: Vault, name: string): boolean {
  return name !== '' && !unitExists(vault.db, unitId(vault, name))
}

/** A unit that nobody has confirmed yet. */
export function newUnit(vault: Vault, name: string): Change {
  return { table: 'unit', id: unitId(vault, name), fields: { name } }
}

export interface UnitCount {
  readonly id: string
  readonly name: string
  readonly confirmed: boolean
  readonly teachers: number
}

export function unitsWithCounts(db: ReadableDb): UnitCount[] {
  return all(
    db,
    `SELECT unit.id, unit.name, confirmed, count(teacher.id) AS teachers
     FROM unit LEFT JOIN teacher ON teacher.unit_id = unit.id AND teacher.removed = 0
     WHERE unit.removed = 0 GROUP BY unit.id ORDER BY unit.name`,
    [],
    (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      confirmed: integer(row, 'confirmed') === 1,
      teachers: integer(row, 'teachers'),
    }),
  )
}

export function countTeachers(db: ReadableDb): number {
  return (
    first(db, 'SELECT count(*) AS n FROM teacher WHERE removed = 0', [], (r) => integer(r, 'n')) ??
    0
  )
}

/** Name, number and unit of every teacher, for searching. */
export function searchableTeachers(
  db: ReadableDb,
): { readonly id: string; readonly name: string; readonly docNo: string; readonly unit: string }[] {
  return all(
    db,
    `SELECT teacher.id, teacher.name, doc_no, coalesce(unit.name, '') AS unit
     FROM teacher LEFT JOIN unit ON unit.id = teacher.unit_id WHERE teacher.removed = 0`,
    [],
    (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      docNo: text(row, 'doc_no'),
      unit: text(row, 'unit'),
    }),
  )
}
