import { describe, expect, test } from 'vitest'
import { matchRoute } from '#renderer/frame/match-route'

const entries = [
  { path: '/sessions/:sessionId' },
  { path: '/sessions/new' },
  { path: '/sessions/:sessionId/learners' },
]

describe('matchRoute', () => {
  test('a written part comes before one that stands for any', () => {
    expect(matchRoute(entries, { page: 'sessions', ids: ['new'] })?.path).toBe('/sessions/new')
  })

  test('an id fits where any part may stand', () => {
    expect(matchRoute(entries, { page: 'sessions', ids: ['7', 'learners'] })?.path).toBe(
      '/sessions/:sessionId/learners',
    )
  })

  test('a place that no page claims has no page', () => {
    expect(matchRoute(entries, { page: 'sessions', ids: [] })).toBeUndefined()
    expect(matchRoute(entries, { page: 'sessions', ids: ['7', 'money'] })).toBeUndefined()
  })
})
