import type { Sheet } from '#shared/core/sheets'
import { planColumnsOf, planFields } from './plan-columns.ts'
import type { PlanColumns } from './plan-columns.ts'
import { ownTexts, seenRows } from './seen-rows.ts'
import type { SeenRow } from './seen-rows.ts'

/** One header and the lines under it, down to the next header or the end of the sheet. */
export interface PlanTable {
  readonly sheet: string
  readonly header: SeenRow
  /** The number of the header's last line. */
  readonly headerEnd: number
  /** Does another table stand above this one in the same sheet? */
  readonly isBelowAnother: boolean
  readonly columns: PlanColumns
  readonly rows: readonly SeenRow[]
}

/** The tables of a sheet that have a plan's header, wherever they begin; titles above the first are left. */
export function planTablesOf(sheet: Sheet): readonly PlanTable[] {
  const tables: (PlanTable & { headerEnd: number; columns: PlanColumns; rows: SeenRow[] })[] = []
  for (const row of seenRows(sheet).filter((seen) => ownTexts(seen).length > 0)) {
    const current = tables.at(-1)
    const columns = planColumnsOf(row)
    if (columns === null) current?.rows.push(row)
    else if (current && continuesHeader(current, row, columns)) {
      current.columns = bothColumns(current.columns, columns)
      current.headerEnd = row.number
    } else {
      const place = { sheet: sheet.name, header: row, headerEnd: row.number }
      tables.push({ ...place, isBelowAnother: current !== undefined, columns, rows: [] })
    }
  }
  return tables
}

/** A header of two lines: its name cell is merged down from the line above. */
function continuesHeader(table: PlanTable, row: SeenRow, columns: PlanColumns): boolean {
  const name = row.cells[(columns.name[0] ?? 1) - 1]
  return table.rows.length === 0 && name !== undefined && name.row < row.number
}

function bothColumns(above: PlanColumns, below: PlanColumns): PlanColumns {
  const entries = planFields.map((field) => [
    field,
    above[field].length > 0 ? above[field] : below[field],
  ])
  return Object.fromEntries(entries) as PlanColumns
}
