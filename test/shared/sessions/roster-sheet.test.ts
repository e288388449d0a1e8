import { describe, expect, test } from 'vitest'
import {
  aPerson,
  aSheet,
  codesOf,
  endingIn000,
  examine,
  examineRows,
  header,
  otherNumber,
} from '#test/shared/sessions/roster-builders'

describe('examineRoster: lines that are no person', () => {
  test('totals, notes and what follows them, signatures, empty numbers and a second header are ignored', () => {
    const { ignored, held, rows, clean } = examineRows(
      aPerson(),
      [2],
      ['合计', '', '1人'],
      ['共计：1人'],
      header,
      aPerson({ 身份证号: otherNumber }),
      ['说明：1.身份证号请务必准确；'],
      ['2.本表于4月10日前报送。'],
      ['请各校校长把关后再报送'],
      ['填报人：张三', '', '', '', '审核人：李四'],
      ['', '', '', '某某学校（盖章）'],
      ['', '', '', '', '2024年4月10日'],
      ['', '', '', '', '    年   月   日'],
    )
    expect(codesOf(ignored)).toEqual([
      '3 number-only',
      '4 total',
      '5 total',
      '6 header-again',
      '8 note',
      '9 note',
      '10 note',
      '11 signature',
      '12 signature',
      '13 signature',
      '14 signature',
    ])
    expect(ignored[3]?.text).toBe('序号 单位 姓名 性别 身份证号 手机 备注')
    expect([clean.length, held.length, rows]).toEqual([2, 0, 13])
  })

  test('a second header with other columns is followed', () => {
    const { clean } = examineRows(
      aPerson(),
      ['姓名', '身份证号', '单位'],
      ['张伟', otherNumber, '另一学校'],
    )
    expect(clean.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      '袁丽娟 某镇第一初级中学',
      '张伟 另一学校',
    ])
  })

  test('a person is never taken for a total, a note or a signature', () => {
    const { ignored, held, clean } = examineRows(
      aPerson({ 备注: '负责人：张三' }),
      aPerson({ 单位: '注：借调', 身份证号: otherNumber, 序号: '' }),
      aPerson({ 备注: '盖章', 身份证号: '', 姓名: '李娜' }),
      aPerson({ 序号: '', 手机: '', 备注: '签字', 身份证号: '', 姓名: '王芳' }),
    )
    expect(ignored).toEqual([])
    expect(clean).toHaveLength(2)
    expect(codesOf(held)).toEqual(['4 id-missing', '5 id-missing'])
  })

  test('a name with nothing beside it but a running number or a phone is still a person', () => {
    const bare = { 序号: '', 单位: '', 手机: '', 身份证号: '', 备注: '签字' }
    const { held } = examineRows(
      aPerson({ ...bare, 序号: 3 }),
      aPerson({ ...bare, 手机: '13800000000' }),
    )
    expect(codesOf(held)).toEqual(['2 id-missing', '3 id-missing'])
  })

  test('a total stays a total where its words stand in the columns of names and units', () => {
    const { ignored } = examineRows([5, '某镇第一小学', '合计'], ['', '合计人数', '十六人'])
    expect(codesOf(ignored)).toEqual(['2 total', '3 total'])
  })

  test('a line that is neither person nor known words is held, never dropped', () => {
    expect(codesOf(examineRows(['一、小学组']).held)).toEqual(['2 unreadable'])
  })
})

describe('examineRoster: units', () => {
  const merge = { top: 2, left: 2, bottom: 4, right: 2 }

  test('a merged unit fills the rows it covers and no other', () => {
    const { clean } = examine(
      aSheet(
        [
          header,
          aPerson(),
          aPerson({ 单位: '', 身份证号: otherNumber }),
          aPerson({ 单位: '自己的学校', 身份证号: endingIn000(true) }),
          aPerson({ 单位: '', 身份证号: '411099960125405' }),
        ],
        { merges: [merge] },
      ),
    )
    expect(clean.map((row) => row.unit)).toEqual([
      '某镇第一初级中学',
      '某镇第一初级中学',
      '自己的学校',
      '',
    ])
  })

  test('a merged header or a merge of another column gives no unit', () => {
    const { clean } = examine(
      aSheet([header, aPerson(), aPerson({ 单位: '', 身份证号: otherNumber })], {
        merges: [
          { ...merge, top: 1 },
          { ...merge, left: 1, right: 1 },
        ],
      }),
    )
    expect(clean.map((row) => row.unit)).toEqual(['某镇第一初级中学', ''])
  })

  test('a name is never filled from a merged cell', () => {
    const { held } = examine(
      aSheet([header, aPerson(), aPerson({ 姓名: '', 身份证号: otherNumber })], {
        merges: [{ ...merge, left: 3, right: 3 }],
      }),
    )
    expect(codesOf(held)).toEqual(['3 unreadable'])
  })
})

describe('examineRoster: remarks', () => {
  test('a wrong phone is a remark and holds no one', () => {
    const { clean, remarks } = examineRows(aPerson({ 手机: '1380000000' }))
    expect(clean).toHaveLength(1)
    expect(remarks).toEqual([
      {
        sheet: '花名册',
        row: 2,
        code: 'phone-wrong',
        params: { name: '袁丽娟', value: '1380000000' },
      },
    ])
  })

  test('a sex that is no word is left open and told, for codes differ between systems', () => {
    const { clean, remarks } = examineRows(aPerson({ 性别: 1 }))
    expect(clean[0]?.sex).toBe('')
    expect(codesOf(remarks)).toEqual(['2 sex-unreadable'])
  })

  test('a total may count repeated lines or not; any other number is a remark', () => {
    const people = [aPerson(), aPerson(), aPerson({ 身份证号: otherNumber })]
    expect(examineRows(...people, ['合计', '', '2人']).remarks).toEqual([])
    expect(examineRows(...people, ['合计', 3]).remarks).toEqual([])
    expect(examineRows(...people, ['合计：4人']).remarks).toEqual([
      { sheet: '花名册', row: 5, code: 'total-differs', params: { stated: 4, counted: 2 } },
    ])
    expect(codesOf(examineRows(...people, ['合计：1人']).remarks)).toEqual(['5 total-differs'])
    expect(examineRows(...people, ['小计：1人']).remarks).toEqual([])
    expect(examineRows(...people, ['合计', '男8人', '女9人']).remarks).toEqual([])
  })

  test('a second column of names that is no table of its own is told', () => {
    const { remarks } = examine(aSheet([['姓名', '身份证号', '备注', '姓名']]))
    expect(remarks.map(({ code, params }) => `${code} ${params['column'] ?? ''}`)).toEqual([
      'column-twice 4',
    ])
  })

  test('a sheet without a header is a remark; people in it are held, an empty sheet is nothing', () => {
    const { rows, held, remarks } = examine(
      aSheet([header, aPerson()]),
      aSheet([['填写要求'], [1, '袁丽娟', otherNumber], [2, '张伟', 411099199001011000]], {
        name: '续表',
      }),
      aSheet([], { name: 'Sheet3' }),
    )
    expect(rows).toBe(3)
    expect(held.map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
      ['续表', 2, 'unreadable'],
      ['续表', 3, 'unreadable'],
    ])
    expect(remarks).toEqual([
      { sheet: '续表', row: 1, code: 'sheet-without-header', params: { lines: 3, people: 2 } },
    ])
  })
})
