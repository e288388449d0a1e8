import { describe, expect, test } from 'vitest'
import { exportFileName, exportProfileSchema, nationalProfile } from '#shared/exports/profile'

describe('nationalProfile', () => {
  test('the national columns stand in the platform’s order', () => {
    expect(nationalProfile.columns.map((column) => column.header)).toEqual([
      '教师姓名',
      '身份证件类型',
      '教师身份证号',
      '培训年度',
      '培训类别',
      '培训项目名称',
      '培训机构名称',
      '培训方式',
      '培训获得学时',
      '培训获得学分',
      '培训开始日期',
      '培训结束日期',
    ])
  })

  test('what the platform demands is demanded', () => {
    const required = nationalProfile.columns.filter((column) => column.required)
    expect(required.map((column) => column.field)).toEqual([
      'name',
      'docType',
      'docNo',
      'year',
      'category',
      'projectName',
      'mode',
      'hours',
    ])
  })
})

describe('exportProfileSchema', () => {
  test('a column that is filled from nothing we know is refused', () => {
    const [first, ...others] = nationalProfile.columns
    const columns = [{ ...first, field: 'salary' }, ...others]
    expect(exportProfileSchema.safeParse({ ...nationalProfile, columns }).success).toBe(false)
  })
})

describe('exportFileName', () => {
  test('the session and the date stand in the name', () => {
    expect(exportFileName(nationalProfile, { session: '初中数学', date: '2024-05-01' })).toBe(
      '国内培训-初中数学-2024-05-01.xlsx',
    )
  })

  test('signs that Windows refuses, and dollar signs, do no harm', () => {
    expect(exportFileName(nationalProfile, { session: 'a/b:$&\n?', date: '2024' })).toBe(
      '国内培训-a_b_$&__-2024.xlsx',
    )
  })
})
