import type { Change } from './apply-changes.ts'
import { first, text, type ReadableDb } from './driver.ts'

/** The school's own words and choices, one row each; the id is the setting's name. */
export function settingOf(db: ReadableDb, name: 'org' | 'region'): string {
  return (
    first(db, 'SELECT value FROM setting WHERE id = ?', [name], (row) => text(row, 'value')) ?? ''
  )
}

export function settingChange(name: 'org' | 'region', value: string): Change {
  return { table: 'setting', id: name, fields: { value } }
}
