import { concludeAttendance, standingOverride } from '#shared/attendance/conclude'
import { defaultAttendanceRule } from '#shared/attendance/rule-set'
import type { Deriver, Touched } from '#electron/store/apply-changes'
import { statement, type ReadableDb, type WritableDb } from '#electron/store/driver'
import { lessonById } from '#electron/sessions/store'
import { factsOf } from './store.ts'

interface Pair {
  readonly lesson_id: string
  readonly teacher_id: string
}

interface AttendanceRow extends Pair {
  readonly status: string
  readonly differences: string
  readonly override: string
}

/** Keeps the concluded status of every (lesson, teacher) whose facts or lesson changed. */
export const attendanceDeriver: Deriver = {
  tables: ['presence_event', 'attendance_override', 'leave', 'lesson'],
  derive: (db, touched) => {
    const pairs = new Map<string, Pair>()
    for (const pair of touched.flatMap((t) => pairsOf(db, t))) pairs.set(keyOf(pair), pair)
    for (const pair of pairs.values()) write(db, pair, conclude(db, pair))
  },
  faults: (db) => {
    const stored = new Map(
      (statement(db, 'SELECT * FROM attendance').all() as AttendanceRow[]).map((row) => [
        keyOf(row),
        row,
      ]),
    )
    const meant = new Map(
      (statement(db, `${pairsWithFacts} ORDER BY 1, 2`).all() as Pair[]).flatMap((pair) => {
        const row = conclude(db, pair)
        return row ? [[keyOf(pair), row] as const] : []
      }),
    )
    const wrong = [...meant].filter(([key, row]) => !isSame(stored.get(key), row))
    return [
      ...wrong.map(([key]) => `attendance ${key}: not what the facts say`),
      ...[...stored.keys()]
        .filter((key) => !meant.has(key))
        .map((key) => `attendance ${key}: no facts`),
    ]
  },
}

const pairsWithFacts = `SELECT lesson_id, teacher_id FROM (
  SELECT lesson_id, teacher_id FROM presence_event
  UNION SELECT lesson_id, teacher_id FROM attendance_override
  UNION SELECT lesson_id, teacher_id FROM leave)`

function keyOf({ lesson_id, teacher_id }: Pair): string {
  return `${lesson_id} ${teacher_id}`
}

function isSame(stored: AttendanceRow | undefined, meant: AttendanceRow): boolean {
  return (
    stored?.status === meant.status &&
    stored.differences === meant.differences &&
    stored.override === meant.override
  )
}

function pairsOf(db: WritableDb, { table, id }: Touched): Pair[] {
  if (table === 'lesson')
    return statement(db, `${pairsWithFacts} WHERE lesson_id = ?`).all(id) as Pair[]
  return [statement(db, `SELECT lesson_id, teacher_id FROM ${table} WHERE id = ?`).get(id) as Pair]
}

/** The row that the facts demand, null when the lesson is gone. */
function conclude(db: ReadableDb, { lesson_id, teacher_id }: Pair): AttendanceRow | null {
  const lesson = lessonById(db, lesson_id)
  if (!lesson) return null
  const facts = factsOf(db, lesson_id, teacher_id)
  const { status, differences } = concludeAttendance(lesson, facts, defaultAttendanceRule)
  return {
    lesson_id,
    teacher_id,
    status,
    differences: JSON.stringify(differences),
    override: standingOverride(facts.overrides)?.reason ?? '',
  }
}

function write(db: WritableDb, { lesson_id, teacher_id }: Pair, row: AttendanceRow | null): void {
  if (!row) {
    const sql = 'DELETE FROM attendance WHERE lesson_id = ? AND teacher_id = ?'
    statement(db, sql).run(lesson_id, teacher_id)
    return
  }
  statement(
    db,
    `INSERT INTO attendance VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET status = excluded.status, differences = excluded.differences, override = excluded.override`,
  ).run(lesson_id, teacher_id, row.status, row.differences, row.override)
}
