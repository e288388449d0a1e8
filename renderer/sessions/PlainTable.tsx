import type { ReactNode } from 'react'
import './sessions.css'

export interface Column<T> {
  readonly key: string
  readonly title: string
  readonly cell: (row: T) => ReactNode
  readonly isNumber?: boolean
}

interface PlainTableProps<T> {
  /** What the table holds, for readers of screens. */
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T, index: number) => string | number
}

export function PlainTable<T>({ caption, columns, rows, rowKey }: PlainTableProps<T>) {
  return (
    <div className="plain-frame" tabIndex={0} role="group" aria-label={caption}>
      <table className="plain">
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, isNumber }) => (
              <th key={key} scope="col" className={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map(({ key, cell, isNumber }) => (
                <td key={key} className={isNumber ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
