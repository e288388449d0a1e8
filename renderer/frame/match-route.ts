import type { Route } from '#renderer/route'

/** The entry whose path fits the place; `:name` stands for any one part, a written part comes first. */
export function matchRoute<T extends { readonly path: string }>(
  entries: readonly T[],
  { page, ids }: Pick<Route, 'page' | 'ids'>,
): T | undefined {
  const place = [page, ...ids]
  return entries
    .filter(({ path }) => fits(partsOf(path), place))
    .sort((a, b) => variables(a.path) - variables(b.path))[0]
}

function fits(parts: readonly string[], place: readonly string[]): boolean {
  return (
    parts.length === place.length &&
    parts.every((part, index) => part.startsWith(':') || part === place[index])
  )
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter(Boolean)
}

function variables(path: string): number {
  return partsOf(path).filter((part) => part.startsWith(':')).length
}
