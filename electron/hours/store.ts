import type { LocalDate } from '#shared/core/dates'
import type { HoursEntry } from '#shared/hours/model'
import { all, integer, text, type ReadableDb, type Row } from '#electron/store/driver'

export type StoredEntry = HoursEntry & { readonly registeredAt: string; readonly unitId: string }

function toEntry(row: Row): StoredEntry {
  return {
    id: text(row, 'id'),
    sessionId: text(row, 'session_id'),
    teacherId: text(row, 'teacher_id'),
    unitId: text(row, 'unit_id'),
    hours: integer(row, 'hours_x100') / 100,
    credits: integer(row, 'credits_x100') / 100,
    ruleSetId: text(row, 'rule_set'),
    ruleSetVersion: integer(row, 'rule_set_version'),
    year: integer(row, 'year'),
    categoryCode: text(row, 'category'),
    modeCode: text(row, 'mode'),
    from: text(row, 'starts_on') as LocalDate,
    to: text(row, 'ends_on') as LocalDate,
    explanation: text(row, 'explanation'),
    reversalOf: text(row, 'reversal_of'),
    registeredAt: text(row, 'registered_at'),
  }
}

/** The columns of a ledger line. */
export function entryFields(entry: StoredEntry, userId: string): Record<string, string | number> {
  return {
    session_id: entry.sessionId,
    teacher_id: entry.teacherId,
    unit_id: entry.unitId,
    hours_x100: Math.round(entry.hours * 100),
    credits_x100: Math.round(entry.credits * 100),
    rule_set: entry.ruleSetId,
    rule_set_version: entry.ruleSetVersion,
    year: entry.year,
    category: entry.categoryCode,
    mode: entry.modeCode,
    starts_on: entry.from,
    ends_on: entry.to,
    explanation: entry.explanation,
    reversal_of: entry.reversalOf,
    registered_at: entry.registeredAt,
    by_user: userId,
  }
}

export function entriesOfSession(db: ReadableDb, sessionId: string): StoredEntry[] {
  const sql =
    'SELECT * FROM hours_entry WHERE session_id = ? ORDER BY lamport, origin_replica, origin_seq'
  return all(db, sql, [sessionId], toEntry)
}

export function entriesOfTeacher(db: ReadableDb, teacherId: string): StoredEntry[] {
  return all(
    db,
    'SELECT * FROM hours_entry WHERE teacher_id = ? ORDER BY ends_on, lamport',
    [teacherId],
    toEntry,
  )
}
