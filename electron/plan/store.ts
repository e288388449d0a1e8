import { headcountKinds, type PlanProject } from '#shared/plan/model'
import type { Value } from '#shared/tables'
import { all, first, integer, text, type ReadableDb, type Row } from '#electron/store/driver'

export type StoredProject = PlanProject & { readonly id: string; readonly year: number }

function toProject(row: Row): StoredProject {
  return {
    id: text(row, 'id'),
    year: integer(row, 'year'),
    no: integer(row, 'no'),
    name: text(row, 'name'),
    originalName: text(row, 'original_name'),
    headcountText: text(row, 'headcount_text'),
    headcount: row['headcount'] as number | null,
    headcountKind: headcountKinds.find((kind) => kind === row['headcount_kind']) ?? 'unknown',
    modeText: text(row, 'mode_text'),
    modes: JSON.parse(text(row, 'modes')) as string[],
    timeText: text(row, 'time_text'),
    months: JSON.parse(text(row, 'months')) as number[],
    place: text(row, 'place'),
  }
}

/** The columns of a project's row. */
export function projectFields(year: number, project: PlanProject): Record<string, Value> {
  return {
    year,
    no: project.no,
    name: project.name,
    original_name: project.originalName,
    headcount_text: project.headcountText,
    headcount: project.headcount,
    headcount_kind: project.headcountKind,
    mode_text: project.modeText,
    modes: JSON.stringify(project.modes),
    time_text: project.timeText,
    months: JSON.stringify(project.months),
    place: project.place,
  }
}

export function projectsOfYear(db: ReadableDb, year: number): StoredProject[] {
  return all(
    db,
    'SELECT * FROM project WHERE year = ? AND removed = 0 ORDER BY no',
    [year],
    toProject,
  )
}

export function projectById(db: ReadableDb, id: string): StoredProject | null {
  return first(db, 'SELECT * FROM project WHERE id = ?', [id], toProject)
}

export function projectByNumber(db: ReadableDb, year: number, no: number): StoredProject | null {
  return first(
    db,
    'SELECT * FROM project WHERE year = ? AND no = ? AND removed = 0',
    [year, no],
    toProject,
  )
}

export function planYears(db: ReadableDb): number[] {
  return all(
    db,
    'SELECT DISTINCT year FROM project WHERE removed = 0 ORDER BY year DESC',
    [],
    (row) => integer(row, 'year'),
  )
}

export function searchableProjects(
  db: ReadableDb,
): { readonly id: string; readonly name: string; readonly year: number; readonly no: number }[] {
  return all(
    db,
    'SELECT id, name, year, no FROM project WHERE removed = 0 ORDER BY year DESC, no',
    [],
    (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      year: integer(row, 'year'),
      no: integer(row, 'no'),
    }),
  )
}

export interface SessionOfProject {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly learners: number
}

export function sessionsOfProject(db: ReadableDb, projectId: string): SessionOfProject[] {
  return all(
    db,
    `SELECT id, name, starts_on, ends_on,
       (SELECT count(*) FROM enrollment WHERE session_id = session.id AND removed = 0) AS learners
     FROM session WHERE project_id = ? AND removed = 0 ORDER BY starts_on`,
    [projectId],
    (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      from: text(row, 'starts_on'),
      to: text(row, 'ends_on'),
      learners: integer(row, 'learners'),
    }),
  )
}
