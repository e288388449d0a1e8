/**
 * Every table that the vault keeps, with the kind that says how two laptops' rows are merged:
 * `fact` append-only, union by id · `description` field by field · `register` as a description,
 * but its id is derived from a business key, so that two laptops make the same row.
 * Derived tables (attendance) are rebuilt and stand in the feature that derives them.
 * A column's value here is what a row holds that was written before the column existed.
 */
export type TableKind = 'fact' | 'description' | 'register'
export type Value = string | number | null

export interface TableShape {
  readonly kind: TableKind
  readonly columns: Readonly<Record<string, Value>>
}

export const tables = {
  setting: { kind: 'register', columns: { value: '' } },
  user: { kind: 'description', columns: { name: '', role: '', removed: 0 } },
  unit: { kind: 'register', columns: { name: '', confirmed: 0, removed: 0 } },
  teacher: {
    kind: 'register',
    columns: {
      doc_type: '',
      doc_no: '',
      name: '',
      sex: '',
      phone: '',
      unit_id: '',
      stage: '',
      subject: '',
      title: '',
      removed: 0,
    },
  },
  project: {
    kind: 'register',
    columns: {
      year: 0,
      no: 0,
      name: '',
      original_name: '',
      headcount_text: '',
      headcount: null,
      headcount_kind: '',
      mode_text: '',
      modes: '[]',
      time_text: '',
      months: '[]',
      place: '',
      removed: 0,
    },
  },
  session: {
    kind: 'description',
    columns: { project_id: '', name: '', starts_on: '', ends_on: '', place: '', removed: 0 },
  },
  lesson: {
    kind: 'description',
    columns: {
      session_id: '',
      held_on: '',
      label: '',
      starts_at: '',
      ends_at: '',
      /** 学时 in hundredths. */
      hours_x100: 0,
      place: '',
      lecturer: '',
      topic: '',
      closed: 0,
      removed: 0,
    },
  },
  enrollment: {
    kind: 'register',
    columns: {
      session_id: '',
      teacher_id: '',
      /** The unit at the time of the session; the teacher may move later. */
      unit_id: '',
      origin: '',
      position: 0,
      removed: 0,
      removed_reason: '',
    },
  },
  presence_event: {
    kind: 'fact',
    columns: {
      lesson_id: '',
      teacher_id: '',
      kind: '',
      /** The laptop's clock is a claim, never the order. */
      claimed_at: '',
      means: '',
      annuls: '',
      by_user: '',
    },
  },
  attendance_override: {
    kind: 'fact',
    columns: {
      lesson_id: '',
      teacher_id: '',
      /** '' withdraws every override before it. */
      status: '',
      reason: '',
      claimed_at: '',
      /** The one override that this takes back, '' when it decides anew. */
      annuls: '',
      by_user: '',
    },
  },
  leave: {
    kind: 'description',
    columns: { lesson_id: '', teacher_id: '', kind: '', approved: 0, reason: '', removed: 0 },
  },
  hours_entry: {
    kind: 'fact',
    columns: {
      session_id: '',
      teacher_id: '',
      unit_id: '',
      hours_x100: 0,
      credits_x100: 0,
      rule_set: '',
      rule_set_version: 0,
      year: 0,
      category: '',
      mode: '',
      starts_on: '',
      ends_on: '',
      explanation: '',
      reversal_of: '',
      registered_at: '',
      by_user: '',
    },
  },
  import_batch: {
    kind: 'fact',
    columns: {
      what: '',
      session_id: '',
      file_name: '',
      sha256: '',
      row_count: 0,
      accepted: 0,
      ignored: 0,
      held: 0,
      report: '',
      imported_at: '',
      by_user: '',
    },
  },
  export_batch: {
    kind: 'fact',
    columns: {
      session_id: '',
      profile: '',
      file_name: '',
      sha256: '',
      row_count: 0,
      /** The hours entries in the file, a JSON list of ids. */
      entry_ids: '[]',
      purpose: '',
      exported_at: '',
      by_user: '',
    },
  },
} as const satisfies Record<string, TableShape>

export type TableName = keyof typeof tables

/** The shape of a table by its name, null for a name that this version does not know. */
export function shapeOf(table: string): TableShape | null {
  return Object.hasOwn(tables, table) ? tables[table as TableName] : null
}
