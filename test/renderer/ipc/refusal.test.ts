import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { refusalOf, refusalOrUnexpected } from '#renderer/ipc/refusal'

const lessonClosed = { code: 'lesson-closed', params: { lesson: 'l1' } }

describe('refusalOf', () => {
  test('the school’s no and the world’s failure carry their code', () => {
    expect(refusalOf(new ORPCError('REFUSED', { data: lessonClosed }))).toEqual(lessonClosed)
    expect(
      refusalOf(new ORPCError('FAILED', { data: { code: 'disk-full', params: {} } }))?.code,
    ).toBe('disk-full')
  })

  test('what the contract does not take is bad input', () => {
    expect(refusalOf(new ORPCError('BAD_REQUEST'))?.code).toBe('bad-input')
  })

  test('a bug carries no refusal', () => {
    expect(refusalOf(new Error('x'))).toBeNull()
    expect(refusalOf(new ORPCError('REFUSED', { data: { code: 'no-such-code' } }))).toBeNull()
  })
})

describe('refusalOrUnexpected', () => {
  test('a bug is shown as unexpected', () => {
    expect(refusalOrUnexpected(new Error('x'))).toEqual({ code: 'unexpected', params: {} })
  })
})
