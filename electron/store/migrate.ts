import type { WritableDb } from './driver.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  up(db: WritableDb): void
}

/** The file was written by a newer version of the program. */
export class VaultFromFuture extends Error {}

/** The schema version a database is at; 0 for a new file. */
export function schemaVersion(db: WritableDb): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Brings a database to the newest version, each step in a transaction of its own with foreign keys
 * off and checked before the commit. A step that fails leaves version and schema as they were.
 */
export function migrate(db: WritableDb, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0
  const current = schemaVersion(db)
  if (current > newest) throw new VaultFromFuture(`schema ${current}, this program knows ${newest}`)
  for (const migration of migrations) if (migration.version > current) step(db, migration)
}

function step(db: WritableDb, migration: Migration): void {
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      migration.up(db)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0)
        throw new Error(`${migration.name} leaves ${broken.length} broken links`)
      db.pragma(`user_version = ${migration.version}`)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
