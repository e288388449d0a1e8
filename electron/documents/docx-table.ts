import type { Element } from '@xmldom/xmldom'
import { emptyCell, isBlankRow } from '#shared/core/sheets'
import type { Cell, MergedRange, Sheet, SheetRow } from '#shared/core/sheets'
import { textOf, wrappedIn } from './docx-text.ts'
import { attributeOf, childNamed } from './xml.ts'

/** Word's own limit of columns in a table; a span beyond it is damage. */
const mostColumns = 63

interface GridCell {
  readonly left: number
  readonly right: number
  readonly text: string
  readonly vertical: 'none' | 'first' | 'below'
}

/** A table of a Word document as a sheet; a merged cell's text stands in its top left cell alone. */
export function tableToSheet(table: Element, name: string): Sheet {
  const grid = wrappedIn(table, 'tr').map(gridCells)
  const rows = grid.map((cells, i): SheetRow => ({ number: i + 1, cells: rowCells(cells) }))
  return { name, rows: rows.filter((row) => !isBlankRow(row)), merges: mergesOf(grid) }
}

function gridCells(row: Element): readonly GridCell[] {
  let left = 1 + numberIn(childNamed(childNamed(row, 'trPr'), 'gridBefore'), 0)
  return wrappedIn(row, 'tc').flatMap((cell) => {
    const properties = childNamed(cell, 'tcPr')
    const right = left + numberIn(childNamed(properties, 'gridSpan'), 1) - 1
    const here = { left, right, text: textOf(cell), vertical: verticalOf(properties) }
    left = right + 1
    return right > mostColumns ? [] : [here]
  })
}

function numberIn(element: Element | undefined, otherwise: number): number {
  const value = Number(attributeOf(element, 'val') ?? otherwise)
  return Number.isInteger(value) && value >= 0 && value <= mostColumns ? value : otherwise
}

function verticalOf(properties: Element | undefined): GridCell['vertical'] {
  const merge = childNamed(properties, 'vMerge')
  if (!merge) return 'none'
  return attributeOf(merge, 'val') === 'restart' ? 'first' : 'below'
}

function rowCells(cells: readonly GridCell[]): readonly Cell[] {
  const width = Math.max(0, ...cells.map(({ right }) => right))
  return Array.from({ length: width }, (_, i) => {
    const cell = cells.find(({ left }) => left === i + 1)
    return cell && cell.vertical !== 'below' ? { text: cell.text, kind: 'text' } : emptyCell
  })
}

/** Spans to the right, and downwards as far as the cells below say that they continue one. */
function mergesOf(grid: readonly (readonly GridCell[])[]): readonly MergedRange[] {
  return grid.flatMap((cells, i) =>
    cells
      .filter(({ vertical }) => vertical !== 'below')
      .flatMap(({ left, right, vertical }) => {
        const below = grid.slice(i + 1)
        const end = below.findIndex(
          (row) => !row.some((cell) => cell.left === left && cell.vertical === 'below'),
        )
        const more = vertical === 'none' ? 0 : end === -1 ? below.length : end
        if (more === 0 && right <= left) return []
        return [{ top: i + 1, left, bottom: i + 1 + more, right }]
      }),
  )
}
