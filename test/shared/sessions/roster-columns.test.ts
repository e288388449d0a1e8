import { describe, expect, test } from 'vitest'
import { readHeader } from '#shared/sessions/roster-columns'
import { aSheet } from '#test/shared/sessions/roster-builders'

function headerOf(words: readonly string[]): object | null {
  const [row] = aSheet([words]).rows
  const header = row ? readHeader(row) : null
  return header && Object.fromEntries(header.columns)
}

describe('readHeader', () => {
  test('columns are known in any order', () => {
    expect(headerOf(['联系电话', '任教学校', '学员姓名', '公民身份号码'])).toEqual({
      phone: 1,
      unit: 2,
      name: 3,
      docNo: 4,
    })
  })

  test('blanks, line breaks, full width, numbering and remarks in brackets do not hide a word', () => {
    expect(headerOf(['序 号', '姓　名', '身份证\n号码（18位）', '*手机号码', '备 注'])).toEqual({
      seq: 1,
      name: 2,
      docNo: 3,
      phone: 4,
      note: 5,
    })
    expect(headerOf(['1、您的姓名：', '2、工作单位：', '3、手机号：'])).toEqual({
      name: 1,
      unit: 2,
      phone: 3,
    })
  })

  test('a name alone is no header, nor is a document alone', () => {
    expect(headerOf(['序号', '姓名', '性别'])).toBeNull()
    expect(headerOf(['序号', '身份证号', '单位'])).toBeNull()
  })

  test('a title and a line of the sender are no header', () => {
    expect(headerOf(['五女店镇参加2024年培训人员汇总表'])).toBeNull()
    expect(headerOf(['填报单位（盖章）：某校', '填报人：', '联系电话：'])).toBeNull()
  })

  test('of two columns with one word the first is read and the other told', () => {
    const [row] = aSheet([['姓名', '单位', '姓名', '单位']]).rows
    expect(row && readHeader(row)?.repeated).toEqual([3, 4])
  })
})
