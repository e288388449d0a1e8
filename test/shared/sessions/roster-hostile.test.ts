import { describe, expect, test } from 'vitest'
import type { Sheet } from '#shared/core/sheets'
import {
  aPerson,
  aSheet,
  codesOf,
  examine,
  examineRows,
  goodNumber,
  header,
  otherNumber,
  thirdNumber,
  type Value,
} from '#test/shared/sessions/roster-builders'

const namesOf = (rows: readonly { readonly name: string }[]): readonly string[] =>
  rows.map(({ name }) => name)

describe('examineRoster: people whom a header does not reach', () => {
  test('people above the first header that is understood are held, titles are not', () => {
    const { clean, held, remarks, rows } = examine(
      aSheet([
        ['某县2025年培训名册'],
        ['填报单位：', '某校', '联系电话：', '13800000000'],
        ['次序', '谁', '哪里', '号码'],
        ['1', '张伟', '某校', otherNumber],
        ['2', '王芳', '某校', ''],
        ['', '李娜', '某校', '13900000000'],
        header,
        aPerson(),
      ]),
    )
    expect([rows, clean.length]).toEqual([4, 1])
    expect(codesOf(held)).toEqual(['4 unreadable', '5 unreadable', '6 unreadable'])
    expect(remarks).toEqual([
      { sheet: '花名册', row: 4, code: 'lines-above-header', params: { people: 3 } },
    ])
  })

  test('two tables side by side are both read, each line as often as it holds something', () => {
    const words = ['序号', '姓名', '身份证号', '', '序号', '姓名', '身份证号']
    const { clean, ignored, rows } = examine(
      aSheet([
        words,
        [1, '张伟', goodNumber, '', 3, '王芳', otherNumber],
        [2, '李娜', thirdNumber, '', 4],
        ['合计', '', '', '', '', '', '3人'],
      ]),
    )
    expect(namesOf(clean)).toEqual(['张伟', '王芳', '李娜'])
    expect(codesOf(ignored)).toEqual(['3 number-only', '4 total', '4 total'])
    expect(rows).toBe(6)
  })

  test('a header of two lines is one header, by merged headings or by split words', () => {
    const person = [1, '张伟', '身份证', goodNumber, '某校', '13800000000']
    const merged = aSheet(
      [['序号', '姓名', '证件', '', '单位', '手机'], ['', '', '类型', '号码', '', ''], person],
      { merges: [{ top: 1, left: 3, bottom: 1, right: 4 }] },
    )
    const unmerged = aSheet([
      ['序号', '姓名', '证件', '', '单位', '联系'],
      ['', '', '类型', '号码', '', '电话'],
      person,
    ])
    const split = aSheet([
      ['序', '姓', '证件', '证件', '工作', '手机'],
      ['号', '名', '类型', '号码', '单位', '号码'],
      person,
    ])
    for (const sheet of [merged, unmerged, split]) {
      const { clean, rows } = examine(sheet)
      expect(rows).toBe(1)
      expect(clean[0]).toMatchObject({ name: '张伟', docNo: goodNumber, unit: '某校', row: 3 })
      expect(clean[0]?.phone).toBe('13800000000')
    }
  })

  test('a person is never taken for a line of a header', () => {
    const words = ['序号', '姓名', '单位', '类别']
    const first = examine(aSheet([words, ['1', '王芳', '某校', '教师'], ['2', '张伟', '某校', '']]))
    expect(namesOf(first.held)).toEqual(['王芳', '张伟'])
    const second = examine(aSheet([words, ['1', '王芳', '', '', '说明'], ['姓名', '单位', '手机']]))
    expect(namesOf(second.held)).toEqual(['王芳'])
    expect(codesOf(second.ignored)).toEqual(['3 header-again'])
    const nameless = ['', '', '说明', '13800000000']
    const third = examine(aSheet([['姓名', '手机', '类别'], nameless]))
    expect(third.rows).toBe(1)
  })

  test('the name and telephone of somebody else are no columns of a person', () => {
    const { clean, held } = examine(
      aSheet([
        ['姓名', '身份证号', '单位', '联系人', ''],
        ['', '', '', '姓名', '电话'],
        ['张伟', goodNumber, '某校', '李娜', '13800000000'],
      ]),
    )
    expect(clean).toMatchObject([{ name: '张伟', phone: '' }])
    expect(held).toEqual([])
  })
})

describe('examineRoster: people without a number', () => {
  const words = ['姓名', '身份证号', '单位', '备注']
  const people: readonly (readonly Value[])[] = [
    ['王芳', '', '', '表未盖章'],
    ['李娜', '1980-05-06', '', ''],
    ['周九（组长）', '', '实验小学', '联系人：王五'],
    ['赵六1', '', '实验小学', '审核人：某'],
    ['孙二', '不详', '二中', '经办人：本人'],
    ['郭一', '', '二中', '2024-03-01'],
    ['吴三', '', '三中', '合计'],
    ['阿依古丽·买买提', '', '', '说明'],
  ]

  test('whatever else their line says, they are held and never ignored', () => {
    const { held, ignored } = examine(aSheet([words, ...people]))
    expect(ignored).toEqual([])
    expect(held.map(({ code }) => code)).toEqual(
      people.map(([name]) => (name === '李娜' ? 'id-length' : 'id-missing')),
    )
  })

  test('a birth date in the column of numbers is no number of any document', () => {
    const sheet = aSheet([
      ['姓名', '证件类型', '证件号码'],
      ['张伟', '护照', 'x'],
    ])
    const dated: Sheet = {
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.text === 'x' ? { text: '1980-05-06', kind: 'date' as const } : cell,
        ),
      })),
    }
    expect(codesOf(examine(dated).held)).toEqual(['2 id-length'])
  })

  test('who signs beside a word for it is no person of the list', () => {
    const { held, ignored } = examineRows(
      ['填表人', '', '王芳', '', '', '13800000000'],
      ['校长签字：', '', '李校长'],
      ['', '', '以上', '', '', '共3人'],
    )
    expect(held).toEqual([])
    expect(codesOf(ignored)).toEqual(['2 signature', '3 signature', '4 total'])
  })

  test('a word of lists, or several names in one cell, is nobody’s name', () => {
    const { held } = examineRows(
      aPerson({ 姓名: '合计' }),
      aPerson({ 姓名: '备注', 身份证号: otherNumber }),
      aPerson({ 姓名: '王一、李二', 身份证号: thirdNumber }),
    )
    expect(codesOf(held)).toEqual(['2 unreadable', '3 unreadable', '4 unreadable'])
  })
})

describe('examineRoster: what is hidden, doubled or broken', () => {
  test('hidden sheets and lines are read like others and named with their people', () => {
    const sheet = aSheet([
      header,
      aPerson(),
      aPerson({ 身份证号: otherNumber }),
      ['合计', '', '2人'],
    ])
    const rows = sheet.rows.map((row) => (row.number > 2 ? { ...row, isHidden: true } : row))
    const { clean, remarks } = examine({ ...sheet, rows, isHidden: true })
    expect(clean).toHaveLength(2)
    expect(remarks.map(({ row, code, params }) => [row, code, params])).toEqual([
      [1, 'sheet-hidden', { people: 2 }],
      [3, 'rows-hidden', { lines: 2, people: 1 }],
    ])
  })

  test('of two columns of one kind the first that is filled counts, a different second is told', () => {
    const words = ['姓名', '身份证号', '单位', '学校', '联系电话', '手机']
    const { clean, remarks } = examine(
      aSheet([
        words,
        ['张伟', goodNumber, '', '某小学', '', '13800000000'],
        ['王芳', otherNumber, '某县教研室', '某中学', '13900000000', '139 0000 0000'],
      ]),
    )
    expect(clean.map(({ unit, phone }) => `${unit} ${phone}`)).toEqual([
      '某小学 13800000000',
      '某县教研室 13900000000',
    ])
    expect(remarks).toEqual([
      { sheet: '花名册', row: 3, code: 'values-differ', params: { name: '王芳', value: '某中学' } },
    ])
  })

  test('two different document numbers in one line are one doubt', () => {
    const { held } = examine(
      aSheet([
        ['姓名', '身份证号', '证件号码'],
        ['张伟', goodNumber, otherNumber],
      ]),
    )
    expect(codesOf(held)).toEqual(['2 unreadable'])
  })

  test('an error of the spreadsheet is no unit and no phone, and is told', () => {
    const sheet = aSheet([header, aPerson({ 单位: '#REF!' })])
    const rows = sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.text === '#REF!' ? { text: cell.text, kind: 'other' as const } : cell,
      ),
    }))
    const { clean, remarks } = examine({ ...sheet, rows })
    expect(clean[0]?.unit).toBe('')
    expect(remarks).toEqual([
      {
        sheet: '花名册',
        row: 2,
        code: 'cell-unreadable',
        params: { name: '袁丽娟', value: '#REF!' },
      },
    ])
  })

  test('marks that nobody sees go out of a name and are told', () => {
    const { clean, repaired } = examineRows(
      aPerson({ 姓名: '\u202e王五\u202c' }),
      aPerson({ 姓名: '赵\r\n\u00ad六\u0008', 身份证号: otherNumber }),
    )
    expect(namesOf(clean)).toEqual(['王五', '赵六'])
    expect(repaired.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'name blanks',
      'name blanks',
    ])
  })
})
