import { describe, expect, test } from 'vitest'
import { teacherSchema } from '#shared/people/model'

const teacher = {
  id: 't1',
  docType: '1',
  docNo: '41109919960125404X',
  name: '袁丽娟',
  sex: '2',
  phone: '',
  unitId: '',
  stage: '初中',
  subject: '数学',
  title: '',
}

describe('teacherSchema', () => {
  test('a teacher may lack phone, unit and title, but neither name nor number', () => {
    expect(teacherSchema.parse(teacher)).toEqual(teacher)
    expect(teacherSchema.safeParse({ ...teacher, name: '' }).success).toBe(false)
    expect(teacherSchema.safeParse({ ...teacher, docNo: '' }).success).toBe(false)
  })

  test('sex is a code or open, never a word', () => {
    expect(teacherSchema.safeParse({ ...teacher, sex: '' }).success).toBe(true)
    expect(teacherSchema.safeParse({ ...teacher, sex: '女' }).success).toBe(false)
  })
})
