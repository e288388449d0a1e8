import { describe, expect, test } from 'vitest'
import { attendanceRuleSchema, defaultAttendanceRule } from '#shared/attendance/rule-set'
import { instantSchema } from '#shared/attendance/model'

describe('attendanceRuleSchema', () => {
  test('the shipped rule opens an hour before, and is late at once and absent after 15 minutes', () => {
    expect(defaultAttendanceRule).toMatchObject({
      opensMinutesBefore: 60,
      lateAfterMinutes: 0,
      absentAfterMinutes: 15,
      missingSignOut: 'ignored',
    })
  })

  test('a rule by which one is absent before one is late is refused', () => {
    const rule = { ...defaultAttendanceRule, lateAfterMinutes: 20 }
    expect(attendanceRuleSchema.safeParse(rule).success).toBe(false)
  })

  test('a rule without a source is refused', () => {
    expect(attendanceRuleSchema.safeParse({ ...defaultAttendanceRule, source: '' }).success).toBe(
      false,
    )
  })
})

describe('instantSchema', () => {
  test('only the form that sorts as text is stored', () => {
    expect(instantSchema.safeParse('2024-04-15T08:30:00.000+08:00').success).toBe(true)
    expect(instantSchema.safeParse('2024-04-15T00:30:00Z').success).toBe(false)
    expect(instantSchema.safeParse(0).success).toBe(false)
  })
})
