import type { Found } from './search-state.ts'

/** Where a search result leads. */
export function pathOf({ kind, id }: Pick<Found, 'kind' | 'id'>): string {
  const safeId = encodeURIComponent(id)
  switch (kind) {
    case 'teacher':
      return `/hours/${safeId}`
    case 'unit':
      return `/people?unit=${safeId}`
    case 'session':
      return `/sessions/${safeId}`
    case 'project':
      return `/plan?project=${safeId}`
  }
}
