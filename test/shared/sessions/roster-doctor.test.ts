import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerAt } from '#shared/sessions/roster-header'
import { examineRoster } from '#shared/sessions/roster-doctor'
import {
  aPerson,
  aSheet,
  codesOf,
  endingIn000,
  examine,
  examineRows,
  goodNumber,
  header,
  otherNumber,
  type Value,
} from '#test/shared/sessions/roster-builders'

describe('examineRoster', () => {
  test('a person without a fault is clean, with every value of the row', () => {
    expect(examineRows(aPerson()).clean).toEqual([
      {
        sheet: '花名册',
        row: 2,
        name: '袁丽娟',
        docType: '1',
        docNo: goodNumber,
        sex: '2',
        unit: '某镇第一初级中学',
        stage: '',
        subject: '',
        title: '',
        phone: '13800000000',
        note: '',
      },
    ])
  })

  test('no sheet with a header is refused', () => {
    const result = examineRoster([aSheet([['袁丽娟', goodNumber]])])
    expect(result).toEqual({ ok: false, refusal: { code: 'no-roster-header', params: {} } })
  })

  test('titles above the header and blank lines are no rows, and the row keeps its own number', () => {
    const { rows, clean } = examine(
      aSheet([['汇总表'], ['填报人：'], header, [], aPerson(), ['  '], []]),
    )
    expect(rows).toBe(1)
    expect(clean[0]?.row).toBe(5)
  })
})

describe('examineRoster: document numbers', () => {
  test('a number cell of 16 or more digits is damaged even when its digits would be right', () => {
    const right = Number(endingIn000(true))
    expect(codesOf(examineRows(aPerson({ 身份证号: right })).held)).toEqual(['2 id-damaged'])
    expect(codesOf(examineRows(aPerson({ 身份证号: 1234567890123456 })).held)).toEqual([
      '2 id-damaged',
    ])
  })

  test('E+ notation in a text is damaged', () => {
    for (const text of ['4.11099E+17', '４.11099Ｅ＋17', '4E+17', '4.11e17']) {
      expect(codesOf(examineRows(aPerson({ 身份证号: text })).held)).toEqual(['2 id-damaged'])
    }
  })

  test('a text that ends in 000 is taken with a right check digit and damaged with a wrong one', () => {
    expect(examineRows(aPerson({ 身份证号: endingIn000(true) })).clean).toHaveLength(1)
    expect(codesOf(examineRows(aPerson({ 身份证号: endingIn000(false) })).held)).toEqual([
      '2 id-damaged',
    ])
  })

  test('a wrong check digit, no number and another length are held by name', () => {
    const { held } = examineRows(
      aPerson({ 身份证号: '411099199601254040' }),
      aPerson({ 身份证号: '', 姓名: '张伟' }),
      aPerson({ 身份证号: '41109919960125404', 姓名: '李娜' }),
    )
    expect(codesOf(held)).toEqual(['2 id-check-digit', '3 id-missing', '4 id-length'])
    expect(held[2]).toEqual({ sheet: '花名册', row: 4, name: '李娜', code: 'id-length' })
  })

  test('a 15-digit number in a number cell is whole and taken', () => {
    const { clean } = examineRows(aPerson({ 身份证号: 411099960125404 }))
    expect(clean[0]?.docNo).toBe('411099960125404')
  })

  test('repairs are listed with field, both values and reason', () => {
    const { clean, repaired } = examineRows(aPerson({ 身份证号: "'41109919960125404x" }))
    expect(clean[0]?.docNo).toBe(goodNumber)
    expect(repaired).toEqual([
      {
        sheet: '花名册',
        row: 2,
        field: 'docNo',
        from: "'41109919960125404x",
        to: '41109919960125404x',
        reason: 'apostrophe',
      },
      {
        sheet: '花名册',
        row: 2,
        field: 'docNo',
        from: '41109919960125404x',
        to: goodNumber,
        reason: 'lower-case',
      },
    ])
  })

  test('a type column decides, an unknown word there is a remark', () => {
    const words = ['姓名', '证件类型', '证件号码']
    const { clean, held, remarks } = examine(
      aSheet([
        words,
        ['张伟', '台胞证', '12345678'],
        ['李娜', '回乡证', 'M12345678'],
        ['王芳', '会员证', goodNumber],
        ['赵敏', '身份证', 'E12345678'],
      ]),
    )
    expect(clean.map((row) => row.docType)).toEqual(['8', '7', '1'])
    expect(codesOf(held)).toEqual(['5 id-length'])
    expect(remarks).toEqual([
      { sheet: '花名册', row: 4, code: 'type-unknown', params: { name: '王芳', value: '会员证' } },
    ])
  })
})

describe('examineRoster: names', () => {
  test('blanks inside and around a Chinese name go and are told, dots and rare characters stay', () => {
    const { clean, repaired } = examineRows(
      aPerson({ 姓名: ' 王　芳 ' }),
      aPerson({ 姓名: '买买提 · 艾力', 身份证号: otherNumber }),
      aPerson({ 姓名: '𠮷𬭚', 身份证号: endingIn000(true) }),
    )
    expect(clean.map((row) => row.name)).toEqual(['王芳', '买买提·艾力', '𠮷𬭚'])
    expect(repaired.map(({ row, field, reason }) => `${row} ${field} ${reason}`)).toEqual([
      '2 name blanks',
      '3 name blanks',
    ])
  })

  test('no name, a number for a name, a paragraph and a spreadsheet error are unreadable', () => {
    const long = '张'.repeat(51)
    const { held } = examineRows(
      aPerson({ 姓名: '' }),
      aPerson({ 姓名: goodNumber }),
      aPerson({ 姓名: long }),
    )
    expect(codesOf(held)).toEqual(['2 unreadable', '3 unreadable', '4 unreadable'])
    const sheet = aSheet([header])
    const cells = aPerson().map((value) => ({
      text: String(value),
      kind: value === '袁丽娟' ? ('other' as const) : ('text' as const),
    }))
    const broken = { ...sheet, rows: [...sheet.rows, { number: 2, cells }] }
    expect(codesOf(examine(broken).held)).toEqual(['2 unreadable'])
  })
})

describe('examineRoster: repeated rows', () => {
  test('the same document and name again is ignored and points to the first', () => {
    const { clean, ignored, duplicates } = examine(
      aSheet([header, aPerson()], { name: '甲' }),
      aSheet([header, [], aPerson({ 姓名: '袁 丽娟', 单位: '另一学校' })], { name: '乙' }),
    )
    expect(clean).toHaveLength(1)
    expect(ignored).toEqual([{ sheet: '乙', row: 3, code: 'duplicate', text: '袁丽娟' }])
    expect(duplicates).toEqual([
      { sheet: '乙', row: 3, name: '袁丽娟', sameAs: { sheet: '甲', row: 2 } },
    ])
  })

  test('a number of 15 places and its 18 are one person', () => {
    const { duplicates } = examineRows(aPerson(), aPerson({ 身份证号: '411099960125404' }))
    expect(duplicates).toHaveLength(1)
  })

  test('one document under two names: both are held, a third repeat is a duplicate', () => {
    const { held, duplicates, clean } = examineRows(aPerson(), aPerson({ 姓名: '袁丽' }), aPerson())
    expect(codesOf(held)).toEqual(['2 same-id-other-name', '3 same-id-other-name'])
    expect(duplicates.map((row) => row.row)).toEqual([4])
    expect(clean).toEqual([])
  })

  test('dots typed in two ways do not make two names', () => {
    const { duplicates } = examineRows(
      aPerson({ 姓名: '买买提·艾力' }),
      aPerson({ 姓名: '买买提•艾力' }),
    )
    expect(duplicates).toHaveLength(1)
  })

  test('a damaged row repeats another only when unit and phone agree too', () => {
    const damaged = { 身份证号: 411099199601254000 }
    const { held, duplicates } = examineRows(
      aPerson(damaged),
      aPerson(damaged),
      aPerson({ ...damaged, 手机: '13900000000' }),
      aPerson({ ...damaged, 单位: '某镇第二小学' }),
      aPerson({ ...damaged, 手机: '' }),
      aPerson({ ...damaged, 手机: '' }),
    )
    expect(duplicates.map((row) => row.row)).toEqual([3])
    expect(held.map((row) => row.row)).toEqual([2, 4, 5, 6, 7])
  })

  test('two people without a number are two people', () => {
    const { held, duplicates } = examineRows(aPerson({ 身份证号: '' }), aPerson({ 身份证号: '' }))
    expect(codesOf(held)).toEqual(['2 id-missing', '3 id-missing'])
    expect(duplicates).toEqual([])
  })

  test('two people of one name with two documents are two people', () => {
    expect(examineRows(aPerson(), aPerson({ 身份证号: otherNumber })).clean).toHaveLength(2)
  })
})

describe('examineRoster: its law', () => {
  const value: fc.Arbitrary<Value> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Value>('', null, ' ', goodNumber, otherNumber) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Value>(
        '张伟',
        '李娜',
        '合计',
        '说明：',
        '填报人：',
        '16人',
        '年 月 日',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<Value>(411099199001011000, '4.1E+17', 1, 13800000000) },
    { weight: 1, arbitrary: fc.constantFrom<Value>(...header) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
  )
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.array(value, { maxLength: 8 }) },
    { weight: 1, arbitrary: fc.constant<readonly Value[]>(header) },
    { weight: 2, arbitrary: fc.constant(aPerson()) },
  )

  const below = fc.array(line, { maxLength: 12 })

  test('every non-empty line below a header comes out: clean, ignored or held', () => {
    fc.assert(
      fc.property(below, (lines) => {
        const sheet = aSheet([['某表'], header, ...lines])
        const { rows, clean, ignored, held, duplicates } = examine(sheet)
        const places = [...clean, ...ignored, ...held].map((one) => one.row)
        // A line is a row of each table in which it holds something, and of one at least.
        expect([...new Set(places)].toSorted((a, b) => a - b)).toEqual(
          sheet.rows.slice(2).map((r) => r.number),
        )
        expect(rows).toBe(places.length)
        expect(duplicates).toHaveLength(ignored.filter((one) => one.code === 'duplicate').length)
      }),
    )
  })

  test('whatever the cells, a matrix without a header is refused or the law holds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 3 }), (matrices) => {
        const sheets = matrices.map((lines, i) => aSheet(lines, { name: `表${i}` }))
        const result = examineRoster(sheets)
        const hasHeader = sheets.some(({ rows }) =>
          rows.some((_, i) => headerAt(rows, i, []) !== null),
        )
        expect(result.ok).toBe(hasHeader)
        if (!result.ok) return
        const { rows, clean, ignored, held } = result.value
        expect(clean.length + ignored.length + held.length).toBe(rows)
      }),
    )
  })

  test('every line with an identity number is clean, held or a repeat, wherever it stands', () => {
    const numbers = [goodNumber, otherNumber, endingIn000(true), endingIn000(false), '4.1E+17']
    const holdsNumber = (cells: readonly { text: string }[]): boolean =>
      cells.some(({ text }) => numbers.includes(text) || /^\d{18}$/.test(text))
    fc.assert(
      fc.property(below, below, (above, under) => {
        const sheet = aSheet([...above, header, ...under])
        const { clean, held, duplicates } = examine(sheet)
        const kept = new Set([...clean, ...held, ...duplicates].map(({ row }) => row))
        for (const { number, cells } of sheet.rows)
          if (holdsNumber(cells)) expect([number, kept.has(number)]).toEqual([number, true])
      }),
    )
  })
})
