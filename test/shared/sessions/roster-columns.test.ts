import { describe, expect, test } from 'vitest'
import { readHeader } from '#shared/sessions/roster-columns'
import { aSheet } from '#test/shared/sessions/roster-builders'

function blocksOf(words: readonly string[]): readonly object[] {
  const [row] = aSheet([words]).rows
  const blocks = (row && readHeader(row))?.blocks ?? []
  return blocks.map(({ columns }) =>
    Object.fromEntries(
      [...columns].map(([field, [first, ...more]]) => [
        field,
        more.length > 0 ? [first, ...more] : first,
      ]),
    ),
  )
}

function headerOf(words: readonly string[]): object | null {
  return blocksOf(words)[0] ?? null
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

  test('words of other districts and of English sheets are known', () => {
    const names = [
      '教师名',
      '老师名字',
      '学员',
      '参加人员',
      '姓名1',
      '被推荐人姓名',
      '姓名(必填)',
      'Name',
    ]
    for (const name of names)
      expect(headerOf(['No.', name, 'Unit', 'ID No.', 'Mobile phone'])).toEqual({
        seq: 1,
        name: 2,
        unit: 3,
        docNo: 4,
        phone: 5,
      })
  })

  test('a second unit or phone helps the first out, a second name without a table is told', () => {
    expect(headerOf(['姓名', '单位', '学校', '联系电话', '手机'])).toEqual({
      name: 1,
      unit: [2, 3],
      phone: [4, 5],
    })
    const [row] = aSheet([['序号', '姓名', '单位', '姓名']]).rows
    expect(row && readHeader(row)?.repeated).toEqual([4])
  })

  test('where everything begins anew a second table stands beside the first', () => {
    expect(blocksOf(['序号', '姓名', '单位', '', '序号', '姓名', '单位'])).toEqual([
      { seq: 1, name: 2, unit: 3 },
      { seq: 5, name: 6, unit: 7 },
    ])
    expect(blocksOf(['单位', '姓名', '手机', '单位', '姓名', '手机'])).toEqual([
      { unit: 1, name: 2, phone: 3 },
      { unit: 4, name: 5, phone: 6 },
    ])
    expect(blocksOf(['序号', '姓名', '手机', '姓名', '手机', '姓名', '手机'])).toEqual([
      { seq: 1, name: 2, phone: 3 },
      { name: 4, phone: 5 },
      { name: 6, phone: 7 },
    ])
  })
})
