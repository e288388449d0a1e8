import { create } from 'zustand'

export interface Route {
  readonly page: string
  /** What follows the page: `#/sessions/7/roster` has `['7', 'roster']`. */
  readonly ids: readonly string[]
  readonly query: Readonly<Record<string, string>>
}

/** The place that a hash names; an empty one is the workbench. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [page = '', ...ids] = path.split('/').filter(Boolean).map(decoded)
  return { page: page || 'workbench', ids, query: Object.fromEntries(new URLSearchParams(search)) }
}

/** A hand-typed `%` must not break the page. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const useRouteStore = create<Route>(() =>
  routeOf(typeof location === 'undefined' ? '' : location.hash),
)

/** Where the window is: `{ page, ids, query }`. */
export function useRoute(): Route {
  return useRouteStore()
}

/** Goes to a place, `go('/sessions/7/roster')`; the back button returns. Links are `<a href="#/…">`. */
export function go(path: string): void {
  location.hash = `#${path}`
}

/** Names the place where the window already is more exactly, so that reload and links lead here. */
export function refinePlace(path: string): void {
  history.replaceState(history.state, '', `#${path}`)
  useRouteStore.setState(routeOf(location.hash), true)
}

/** Follows the address bar, the back button and links; once, for the life of the page. */
export function followHash(): void {
  window.addEventListener('hashchange', () => {
    useRouteStore.setState(routeOf(location.hash), true)
  })
}
