import { describe, expect, test } from 'vitest'
import { groupBy } from '#renderer/sessions/group-by'

describe('groupBy', () => {
  test('groups stand in the order in which they first appear, their rows too', () => {
    expect([...groupBy(['b1', 'a1', 'b2'], (row) => row[0])]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ])
  })
})
