import type { Migration } from '#electron/store/migrate'

/** The vault's own books (replica, journal, secret), the school's first tables, derived attendance. */
export const firstTables: Migration = {
  version: 10,
  name: 'first-tables',
  up(db) {
    db.exec(books)
    db.exec(register('setting', 'value TEXT NOT NULL'))
    db.exec(register('user', 'name TEXT NOT NULL, role TEXT NOT NULL, removed INTEGER NOT NULL'))
    db.exec(people)
    db.exec(plan)
    db.exec(sessions)
    db.exec(presence)
    db.exec(hours)
  },
}

/** Field stamps stand in one column of their row: a table of them made bulk imports five times slower. */
function register(name: string, columns: string): string {
  return `CREATE TABLE ${name} (id TEXT PRIMARY KEY, ${columns}, stamps TEXT NOT NULL) STRICT;`
}

/** A fact names the journal entry it came with; its order is (lamport, origin_replica). */
function fact(name: string, columns: string): string {
  return `CREATE TABLE ${name} (id TEXT PRIMARY KEY, ${columns},
    origin_replica TEXT NOT NULL, origin_seq INTEGER NOT NULL, lamport INTEGER NOT NULL) STRICT;`
}

const books = `
CREATE TABLE replica (
  id TEXT PRIMARY KEY,
  own INTEGER NOT NULL,
  -- the last journal entry known of this replica, its hash, and what of it our own journal has announced
  seq INTEGER NOT NULL, head BLOB NOT NULL, announced INTEGER NOT NULL,
  lamport INTEGER NOT NULL
) STRICT;
CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE journal (
  replica_id TEXT NOT NULL, seq INTEGER NOT NULL, lamport INTEGER NOT NULL,
  table_name TEXT NOT NULL, row_id TEXT NOT NULL, fields TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (replica_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_by_row ON journal (row_id);
`

const link = (column: string, table: string) =>
  `${column} TEXT NOT NULL REFERENCES ${table} (id) DEFERRABLE INITIALLY DEFERRED`

const people = `
${register('unit', 'name TEXT NOT NULL, confirmed INTEGER NOT NULL, removed INTEGER NOT NULL')}
${register(
  'teacher',
  `doc_type TEXT NOT NULL, doc_no TEXT NOT NULL, name TEXT NOT NULL, sex TEXT NOT NULL,
   phone TEXT NOT NULL, unit_id TEXT NOT NULL, stage TEXT NOT NULL, subject TEXT NOT NULL,
   title TEXT NOT NULL, removed INTEGER NOT NULL`,
)}
CREATE INDEX teacher_by_number ON teacher (doc_no);
`

const plan = register(
  'project',
  `year INTEGER NOT NULL, no INTEGER NOT NULL, name TEXT NOT NULL, original_name TEXT NOT NULL,
   headcount_text TEXT NOT NULL, headcount INTEGER, headcount_kind TEXT NOT NULL,
   mode_text TEXT NOT NULL, modes TEXT NOT NULL, time_text TEXT NOT NULL, months TEXT NOT NULL,
   place TEXT NOT NULL, removed INTEGER NOT NULL`,
)

const sessions = `
${register(
  'session',
  `${link('project_id', 'project')}, name TEXT NOT NULL, starts_on TEXT NOT NULL,
   ends_on TEXT NOT NULL, place TEXT NOT NULL, removed INTEGER NOT NULL`,
)}
${register(
  'lesson',
  `${link('session_id', 'session')}, held_on TEXT NOT NULL, label TEXT NOT NULL,
   starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, hours_x100 INTEGER NOT NULL, place TEXT NOT NULL,
   lecturer TEXT NOT NULL, topic TEXT NOT NULL, closed INTEGER NOT NULL, removed INTEGER NOT NULL`,
)}
CREATE INDEX lesson_by_session ON lesson (session_id, held_on, starts_at);
${register(
  'enrollment',
  `${link('session_id', 'session')}, ${link('teacher_id', 'teacher')}, unit_id TEXT NOT NULL,
   origin TEXT NOT NULL, position INTEGER NOT NULL, removed INTEGER NOT NULL,
   removed_reason TEXT NOT NULL`,
)}
-- Not unique: the derived id sees to that, and merged laptops may hold an alias's row for a while.
CREATE INDEX enrollment_of ON enrollment (session_id, teacher_id);
CREATE INDEX enrollment_by_teacher ON enrollment (teacher_id);
`

const presence = `
${fact(
  'presence_event',
  `${link('lesson_id', 'lesson')}, ${link('teacher_id', 'teacher')}, kind TEXT NOT NULL,
   claimed_at TEXT NOT NULL, means TEXT NOT NULL, annuls TEXT NOT NULL, by_user TEXT NOT NULL`,
)}
CREATE INDEX presence_event_of ON presence_event (lesson_id, teacher_id);
${fact(
  'attendance_override',
  `${link('lesson_id', 'lesson')}, ${link('teacher_id', 'teacher')}, status TEXT NOT NULL,
   reason TEXT NOT NULL, claimed_at TEXT NOT NULL, annuls TEXT NOT NULL, by_user TEXT NOT NULL`,
)}
CREATE INDEX attendance_override_of ON attendance_override (lesson_id, teacher_id);
${register(
  'leave',
  `${link('lesson_id', 'lesson')}, ${link('teacher_id', 'teacher')}, kind TEXT NOT NULL,
   approved INTEGER NOT NULL, reason TEXT NOT NULL, removed INTEGER NOT NULL`,
)}
CREATE INDEX leave_of ON leave (lesson_id, teacher_id);
CREATE TABLE attendance (
  lesson_id TEXT NOT NULL, teacher_id TEXT NOT NULL, status TEXT NOT NULL,
  differences TEXT NOT NULL, override TEXT NOT NULL,
  PRIMARY KEY (lesson_id, teacher_id)
) STRICT, WITHOUT ROWID;
`

const hours = `
${fact(
  'hours_entry',
  `${link('session_id', 'session')}, ${link('teacher_id', 'teacher')}, unit_id TEXT NOT NULL,
   hours_x100 INTEGER NOT NULL, credits_x100 INTEGER NOT NULL, rule_set TEXT NOT NULL,
   rule_set_version INTEGER NOT NULL, year INTEGER NOT NULL, category TEXT NOT NULL,
   mode TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, explanation TEXT NOT NULL,
   reversal_of TEXT NOT NULL, registered_at TEXT NOT NULL, by_user TEXT NOT NULL`,
)}
CREATE INDEX hours_entry_of ON hours_entry (teacher_id, session_id);
CREATE INDEX hours_entry_by_session ON hours_entry (session_id);
${fact(
  'import_batch',
  `what TEXT NOT NULL, session_id TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
   row_count INTEGER NOT NULL, accepted INTEGER NOT NULL, ignored INTEGER NOT NULL,
   held INTEGER NOT NULL, report TEXT NOT NULL, imported_at TEXT NOT NULL, by_user TEXT NOT NULL`,
)}
${fact(
  'export_batch',
  `${link('session_id', 'session')}, profile TEXT NOT NULL, file_name TEXT NOT NULL,
   sha256 TEXT NOT NULL, row_count INTEGER NOT NULL, entry_ids TEXT NOT NULL,
   purpose TEXT NOT NULL, exported_at TEXT NOT NULL, by_user TEXT NOT NULL`,
)}
`
