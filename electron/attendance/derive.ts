import { concludeAttendance } from '#shared/attendance/conclude'
import { defaultAttendanceRule } from '#shared/attendance/rule-set'
import type { Deriver, Touched } from '#electron/store/apply-changes'
import { statement, type WritableDb } from '#electron/store/driver'
import { lessonById } from '#electron/sessions/store'
import { factsOf } from './store.ts'

interface Pair {
  readonly lesson_id: string
  readonly teacher_id: string
}

/** Keeps the concluded status of every (lesson, teacher) whose facts or lesson changed. */
export const attendanceDeriver: Deriver = {
  tables: ['presence_event', 'attendance_override', 'leave', 'lesson'],
  derive: (db, touched) => {
    const pairs = new Map<string, Pair>()
    for (const pair of touched.flatMap((t) => pairsOf(db, t)))
      pairs.set(`${pair.lesson_id} ${pair.teacher_id}`, pair)
    for (const pair of pairs.values()) conclude(db, pair)
  },
}

function pairsOf(db: WritableDb, { table, id }: Touched): Pair[] {
  if (table === 'lesson')
    return statement(db, 'SELECT lesson_id, teacher_id FROM attendance WHERE lesson_id = ?').all(
      id,
    ) as Pair[]
  return [statement(db, `SELECT lesson_id, teacher_id FROM ${table} WHERE id = ?`).get(id) as Pair]
}

function conclude(db: WritableDb, { lesson_id, teacher_id }: Pair): void {
  const lesson = lessonById(db, lesson_id)
  if (!lesson) {
    statement(db, 'DELETE FROM attendance WHERE lesson_id = ? AND teacher_id = ?').run(
      lesson_id,
      teacher_id,
    )
    return
  }
  const facts = factsOf(db, lesson_id, teacher_id)
  const { status, differences } = concludeAttendance(lesson, facts, defaultAttendanceRule)
  const override = facts.overrides.at(-1)
  statement(
    db,
    `INSERT INTO attendance VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
     SET status = excluded.status, differences = excluded.differences, override = excluded.override`,
  ).run(
    lesson_id,
    teacher_id,
    status,
    JSON.stringify(differences),
    override && override.status !== '' ? override.reason : '',
  )
}
