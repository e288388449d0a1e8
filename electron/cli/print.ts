/** An answer as people read it: lists as tables, everything else as `name: value` lines. */
export function printTable(value: unknown): string {
  if (Array.isArray(value)) return tableOf(value)
  if (typeof value !== 'object' || value === null) return `${shown(value)}\n`
  return Object.entries(value)
    .map(([name, part]) =>
      Array.isArray(part) && part.length > 0 && typeof part[0] === 'object'
        ? `${name}\n${tableOf(part)}`
        : `${name}: ${shown(part)}\n`,
    )
    .join('')
}

function tableOf(rows: readonly unknown[]): string {
  const objects = rows.map((row) => (typeof row === 'object' && row !== null ? row : { '': row }))
  const names = [...new Set(objects.flatMap((row) => Object.keys(row)))]
  const lines = objects.map((row) =>
    names.map((name) => shown((row as Record<string, unknown>)[name])),
  )
  const widths = names.map((name, i) =>
    Math.max(width(name), ...lines.map((line) => width(line[i] ?? ''))),
  )
  return [names, ...lines]
    .map(
      (line) =>
        `${line
          .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.replaceAll('\n', ' ')
  return JSON.stringify(value)
}

/** How wide a text stands in a terminal: Chinese characters take two columns. */
function width(text: string): number {
  return Array.from(text).reduce(
    (sum, character) =>
      sum +
      (/[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]|[\u{20000}-\u{3FFFF}]/u.test(
        character,
      )
        ? 2
        : 1),
    0,
  )
}
