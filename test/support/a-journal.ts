import Database from 'better-sqlite3'
import {
  applyChanges,
  type Applied,
  type Change,
  type Deriver,
  type Writer,
} from '#electron/store/apply-changes'
import type { Row, WritableDb } from '#electron/store/driver'
import { genesis } from '#electron/store/journal'
import { migrate } from '#electron/store/migrate'
import { migrations } from '#electron/store/migrations/index'
import { checkDatabase, type Checked } from '#electron/store/verify'

export const vaultId = 'vault-1'
export const replicaId = 'replica-1'
export const occasion = {
  userId: 'user-1',
  at: '2024-04-16T08:25:00.000+08:00',
  purpose: 'test',
}

export interface AJournal {
  readonly db: WritableDb
  readonly writer: Writer
  /** Every set of tables that was told after a commit. */
  readonly told: (readonly string[])[]
  readonly apply: (...changes: readonly Change[]) => Applied
  readonly check: () => Checked
  readonly rows: (sql: string) => readonly Row[]
  readonly entries: () => readonly Row[]
}

/** A migrated database in memory with one replica: everything of the store but files and keys. */
export function aJournal(derivers: readonly Deriver[] = []): AJournal {
  const db = new Database(':memory:') as unknown as WritableDb
  db.pragma('foreign_keys = ON')
  migrate(db, migrations)
  db.prepare('INSERT INTO replica VALUES (?, 1, 0, ?, 0, 0)').run(
    replicaId,
    genesis(vaultId, replicaId),
  )
  const told: (readonly string[])[] = []
  const writer: Writer = {
    db,
    replicaId,
    derivers,
    onCommit: (tables) => told.push([...tables].toSorted()),
  }
  const rows = (sql: string): readonly Row[] => db.prepare(sql).all() as Row[]
  return {
    db,
    writer,
    told,
    apply: (...changes) => applyChanges(writer, occasion, changes),
    check: () => checkDatabase(db, vaultId, derivers),
    rows,
    entries: () => rows('SELECT * FROM journal ORDER BY seq'),
  }
}

export function aUnit(id: string, name: string): Change {
  return { table: 'unit', id, fields: { name, confirmed: 0, removed: 0 } }
}

export function anImport(id: string, fileName: string): Change {
  return { table: 'import_batch', id, fields: { file_name: fileName, row_count: 3 } }
}
