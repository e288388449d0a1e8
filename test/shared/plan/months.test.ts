import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMonths } from '#shared/plan/months'

const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

describe('parseMonths (domain 0.2)', () => {
  test.each([
    ['4月', [4]],
    ['4月份', [4]],
    ['４月', [4]],
    ['四月', [4]],
    ['十一月', [11]],
    ['4', [4]],
    ['4月上旬', [4]],
    ['4月底前', [4]],
    ['2024年5月', [5]],
    ['2024年\n5月', [5]],
    ['24年5月', [5]],
    ['2024.5', [5]],
    ['2024-05-10', [5]],
    ['2024/5/10', [5]],
    ['2024-05-10 00:00:00', [5]],
    ['二〇二四年五月', [5]],
    ['5月10日-12日', [5]],
    ['5月10-12日', [5]],
    ['年底', [12]],
  ])('%s names one month', (text, months) => {
    expect(parseMonths(text)).toEqual(months)
  })

  test.each([
    ['4月-6月', [4, 5, 6]],
    ['4—6月', [4, 5, 6]],
    ['4月—\n6月', [4, 5, 6]],
    ['四至六月', [4, 5, 6]],
    ['4月上旬至6月下旬', [4, 5, 6]],
    ['5月10日—6月2日', [5, 6]],
    ['5月20-6月5日', [5, 6]],
    ['2024年4月-2024年6月', [4, 5, 6]],
    ['2024.4-6月', [4, 5, 6]],
    ['2024年5月-2024年底', [5, 6, 7, 8, 9, 10, 11, 12]],
  ])('%s is a span of months', (text, months) => {
    expect(parseMonths(text)).toEqual(months)
  })

  test.each([
    ['4、5月', [4, 5]],
    ['5月、10月', [5, 10]],
    ['10月，5月', [5, 10]],
    ['5月和10月', [5, 10]],
    ['5月\n10月', [5, 10]],
    ['9月10月', [9, 10]],
    ['4.5月', [4, 5]],
    ['3月、6-8月', [3, 6, 7, 8]],
    ['第一期4月，第二期9月', [4, 9]],
    ['4月（第1期）、9月（第2期）', [4, 9]],
  ])('%s is a list of months', (text, months) => {
    expect(parseMonths(text)).toEqual(months)
  })

  test.each([
    ['全年', allYear],
    ['2024年全年', allYear],
    ['上半年', [1, 2, 3, 4, 5, 6]],
    ['2024年下半年', [7, 8, 9, 10, 11, 12]],
    ['第二季度', [4, 5, 6]],
    ['二、三季度', [4, 5, 6, 7, 8, 9]],
    ['2024年1-2季度', [1, 2, 3, 4, 5, 6]],
    ['4月、第四季度', [4, 10, 11, 12]],
    ['暑假', [7, 8]],
    ['暑期', [7, 8]],
    ['寒假', [1, 2]],
  ])('%s is a part of the year', (text, months) => {
    expect(parseMonths(text)).toEqual(months)
  })

  test('a span into the next year ends with the year of this plan', () => {
    expect(parseMonths('11月-次年2月')).toEqual([11, 12])
    expect(parseMonths('2024年11月—2025年2月')).toEqual([11, 12])
  })

  test.each(['', '待定', '13月', '0月', '3个月', '2024', '4.10-4.20', '45', '每周三'])(
    '%s names no month',
    (text) => {
      expect(parseMonths(text)).toEqual([])
    },
  )

  test('months are sorted, once each, and lie in the year, whatever the text', () => {
    const words = fc.constantFrom(
      '4',
      '11',
      '月',
      '-',
      '、',
      '年',
      '2024',
      '日',
      '季度',
      '底',
      '.',
      '全',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), (parts) => {
        const months = parseMonths(parts.join(''))
        expect(months).toEqual([...new Set(months)].sort((a, b) => a - b))
        expect(months.every((m) => Number.isInteger(m) && m >= 1 && m <= 12)).toBe(true)
      }),
    )
  })

  test('a span written month to month is read as it is written', () => {
    const month = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(month, month, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        expect(parseMonths(`${from}月—${to}月`)).toEqual(allYear.slice(from - 1, to))
      }),
    )
  })
})
