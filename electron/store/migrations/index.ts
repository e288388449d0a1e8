import type { Migration } from '#electron/store/migrate'
import { firstTables } from './0010-first-tables.ts'

/** In order of version, in steps of ten so that one may slip in between; never edited once released. */
export const migrations: readonly Migration[] = [firstTables]
