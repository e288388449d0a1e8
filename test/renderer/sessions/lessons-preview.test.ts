import { describe, expect, test } from 'vitest'
import { previewLessons } from '#renderer/sessions/lessons-preview'

const form = { from: '2024-04-19', to: '2024-04-20', lessons: 'half-day', hours: '4' } as const

describe('previewLessons', () => {
  test('every day has a morning and an afternoon, and weekends are told', () => {
    expect(previewLessons(form)).toEqual({
      kind: 'lessons',
      days: 2,
      count: 4,
      hours: 16,
      weekend: 2,
    })
  })
  test('a session without lessons, or without dates yet, has nothing to show', () => {
    expect(previewLessons({ ...form, lessons: 'none' })).toEqual({ kind: 'none' })
    expect(previewLessons({ ...form, to: '' })).toEqual({ kind: 'none' })
  })
  test('reversed dates are refused before anything is made', () => {
    const preview = previewLessons({ ...form, to: '2024-04-18' })
    expect(preview).toMatchObject({ kind: 'refused', refusal: { code: 'dates-reversed' } })
  })
})
