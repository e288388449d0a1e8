import { comparable } from '#shared/core/text'

/** What one import of a roster leaves behind: the names it took and what became of the other rows. */
export interface RosterBatchReport {
  readonly accepted: readonly string[]
  readonly held: readonly HeldPlace[]
  readonly ignored: readonly {
    readonly sheet: string
    readonly row: number
    readonly code: string
  }[]
  readonly repaired: readonly {
    readonly sheet: string
    readonly row: number
    readonly field: string
    readonly reason: string
  }[]
}

export interface HeldPlace {
  readonly sheet: string
  readonly row: number
  readonly name: string
  readonly code: string
}

export interface RosterBatch {
  readonly fileName: string
  /** When the laptop's clock says it was imported. */
  readonly at: string
  readonly report: Pick<RosterBatchReport, 'accepted' | 'held'>
}

/**
 * The rows of a session's imports, oldest first, that still wait for somebody: a row is settled when
 * a later import, whatever its file is called, took a person of that name or holds that name anew.
 * A row without a name waits until the same place of a file of that name is read again.
 */
export function stillHeld(
  batches: readonly RosterBatch[],
): readonly (HeldPlace & Pick<RosterBatch, 'fileName' | 'at'>)[] {
  return batches.flatMap((batch, i) => {
    const later = batches.slice(i + 1)
    const names = new Set(later.flatMap(({ report }) => namesIn(report)))
    const isReadAgain = later.some(({ fileName }) => fileName === batch.fileName)
    return batch.report.held
      .filter(({ name }) => (name === '' ? !isReadAgain : !names.has(comparable(name))))
      .map((row) => ({ ...row, fileName: batch.fileName, at: batch.at }))
  })
}

function namesIn({ accepted, held }: RosterBatch['report']): readonly string[] {
  return [...accepted, ...held.map(({ name }) => name)].map(comparable)
}
