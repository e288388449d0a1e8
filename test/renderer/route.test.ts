import { describe, expect, test } from 'vitest'
import { routeOf } from '#renderer/route'

describe('routeOf', () => {
  test('an empty address is the workbench', () => {
    expect(routeOf('')).toEqual({ page: 'workbench', ids: [], query: {} })
    expect(routeOf('#/').page).toBe('workbench')
  })

  test('what follows the page are its ids, and what follows the question mark its query', () => {
    expect(routeOf('#/sessions/new?project=3&year=2024')).toEqual({
      page: 'sessions',
      ids: ['new'],
      query: { project: '3', year: '2024' },
    })
  })

  test('a part that was escaped comes back as it was', () => {
    expect(routeOf(`#/sessions/${encodeURIComponent('a/b 班')}`).ids).toEqual(['a/b 班'])
  })

  test('a badly escaped part does not break the page', () => {
    expect(routeOf('#/plan/100%').ids).toEqual(['100%'])
  })
})
