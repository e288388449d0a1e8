import type { FileWritten } from '#shared/core/contract'

/** What the core answers when a workbook was written. */
export interface Exported {
  readonly batchId: string
  readonly rows: number
  readonly blocked: readonly {
    readonly name: string
    readonly code: string
    readonly message: string
  }[]
  readonly differences: readonly {
    readonly name: string
    readonly registered: number
    readonly exported: number
  }[]
  readonly rounding: string
  readonly sha256: string
  readonly file: FileWritten
}

/** How many registered people the export looked at: every one is a row or is blocked, with a reason. */
export function lookedAt({ rows, blocked }: Pick<Exported, 'rows' | 'blocked'>): number {
  return rows + blocked.length
}

export type Standing = 'register-first' | 'waiting' | 'all-exported'

/** How far a session's export is: `waiting` of the `registered` people are in no file yet. */
export function exportStanding(registered: number, waiting: number): Standing {
  if (registered === 0) return 'register-first'
  return waiting > 0 ? 'waiting' : 'all-exported'
}

/** Characters that no file name may have on Windows. */
const forbidden = /[\\/:*?"<>|]/g

/** A file name that says what is in the file. */
export function workbookName(title: string, session: string): string {
  return `${title}-${session.replace(forbidden, '_')}.xlsx`
}
