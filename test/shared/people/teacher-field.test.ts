import { describe, expect, test } from 'vitest'
import { teacherFieldValue, type TeacherField } from '#shared/people/teacher-field'

describe('teacherFieldValue', () => {
  test.each<[TeacherField, string, string]>([
    ['sex', '女', '2'],
    ['sex', '１', '1'],
    ['sex', '', ''],
    ['phone', '１３９ 3660 5802', '13936605802'],
    ['name', ' 王\n芳 ', '王芳'],
    ['unit', '', ''],
    ['title', ' 一级教师 ', '一级教师'],
  ])('%s “%s” is kept as “%s”', (field, typed, kept) => {
    const value = teacherFieldValue(field, typed)
    expect(value.ok && value.value).toBe(kept)
  })

  test.each<[TeacherField, string]>([
    ['sex', '男性别'],
    ['name', '  '],
  ])('%s “%s” is refused', (field, typed) => {
    expect(teacherFieldValue(field, typed)).toMatchObject({ refusal: { code: 'bad-input' } })
  })
})
