import { readDocx } from '#electron/documents/read-docx'
import { isBlankRow } from '#shared/core/sheets'
import type { MergedRange, Sheet } from '#shared/core/sheets'
import { shippedModeTable } from '#shared/plan/modes'
import { recognisePlan } from '#shared/plan/recognise-plan'
import type { RecognisedPlan } from '#shared/plan/recognise-plan'

/** The plan on these sheets; fails the test when it is refused. */
export function recognise(...sheets: readonly Sheet[]): RecognisedPlan {
  const result = recognisePlan(sheets, shippedModeTable)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

/** The plan in the tables of a Word document. */
export async function planOfDocx(bytes: Uint8Array): Promise<RecognisedPlan> {
  const document = await readDocx(bytes)
  if (!document.ok) throw new Error(document.refusal.code)
  return recognise(...document.value.sheets)
}

/** A sheet of texts as a reader would give it: merged cells keep their top left text, empty rows go. */
export function aSheet(
  rows: readonly (readonly string[])[],
  merges: readonly MergedRange[] = [],
  name = 'Sheet1',
): Sheet {
  const isCovered = (row: number, column: number) =>
    merges.some(
      ({ top, left, bottom, right }) =>
        top <= row &&
        row <= bottom &&
        left <= column &&
        column <= right &&
        (top < row || left < column),
    )
  const all = rows.map((texts, i) => ({
    number: i + 1,
    cells: texts.map((text, j) => ({
      text: isCovered(i + 1, j + 1) ? '' : text,
      kind: 'text' as const,
    })),
  }))
  return { name, rows: all.filter((row) => !isBlankRow(row)), merges }
}

/** A merged range by its corners: top, left, bottom, right. */
export function merge(
  ...[top, left, bottom, right]: readonly [number, number, number, number]
): MergedRange {
  return { top, left, bottom, right }
}
