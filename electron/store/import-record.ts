import { hash } from 'node:crypto'
import type { Change } from './apply-changes.ts'

interface ImportFacts {
  readonly what: 'plan' | 'roster'
  readonly sessionId?: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly rows: number
  readonly accepted: number
  readonly ignored?: number
  readonly held?: number
  readonly report: unknown
  /** When the import is named afterwards, its id; else a new one. */
  readonly id: string
  readonly at: string
  readonly userId: string
}

/** The fact that a file was imported: its hash, its counts and what was said about its rows. */
export function importRecord(facts: ImportFacts): Change {
  return {
    table: 'import_batch',
    id: facts.id,
    fields: {
      what: facts.what,
      session_id: facts.sessionId ?? '',
      file_name: facts.file.name,
      sha256: hash('sha256', facts.file.bytes),
      row_count: facts.rows,
      accepted: facts.accepted,
      ignored: facts.ignored ?? 0,
      held: facts.held ?? 0,
      report: JSON.stringify(facts.report),
      imported_at: facts.at,
      by_user: facts.userId,
    },
  }
}
