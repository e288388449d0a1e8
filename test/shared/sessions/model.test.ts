import { describe, expect, test } from 'vitest'
import {
  lessonHoursSchema,
  localDateSchema,
  localTimeSchema,
  sessionSchema,
} from '#shared/sessions/model'

describe('localDateSchema', () => {
  test.each(['2024-02-30', '2024-4-1', '', 20240401])('%s is no school date', (value) => {
    expect(localDateSchema.safeParse(value).success).toBe(false)
  })

  test('a leap day is a school date', () => {
    expect(localDateSchema.parse('2024-02-29')).toBe('2024-02-29')
  })
})

describe('localTimeSchema', () => {
  test.each(['24:00', '8:30', 830])('%s is no time of day', (value) => {
    expect(localTimeSchema.safeParse(value).success).toBe(false)
  })
})

describe('lessonHoursSchema', () => {
  test.each([0, 0.5, 2.67, 0.07, 4])('%s hours can be scheduled', (hours) => {
    expect(lessonHoursSchema.safeParse(hours).success).toBe(true)
  })

  test.each([-1, 0.125, 25])('%s hours cannot be scheduled', (hours) => {
    expect(lessonHoursSchema.safeParse(hours).success).toBe(false)
  })
})

describe('sessionSchema', () => {
  test('a session needs a name', () => {
    const session = { id: 's', projectId: 'p', from: '2024-04-15', to: '2024-04-15', place: '' }
    expect(sessionSchema.safeParse({ ...session, name: '第一期' }).success).toBe(true)
    expect(sessionSchema.safeParse({ ...session, name: '' }).success).toBe(false)
  })
})
