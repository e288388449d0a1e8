import { describe, expect, test } from 'vitest'
import { chineseNumber, withArabicNumbers } from '#shared/plan/chinese-numerals'

describe('chineseNumber', () => {
  test.each([
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十五', 95],
    ['一百零五', 105],
    ['一百二十', 120],
    ['两千', 2000],
    ['一千〇三', 1003],
    ['一万', 10_000],
    ['一万二千', 12_000],
  ])('%s is %i', (text, value) => {
    expect(chineseNumber(text)).toBe(value)
  })

  test.each(['', '零', '百', '一二百', '二〇二四', '一万万', '万', '人'])(
    '%s is no number',
    (text) => {
      expect(chineseNumber(text)).toBeNull()
    },
  )
})

describe('withArabicNumbers', () => {
  test('writes numbers in digits and leaves loose words as they are', () => {
    expect(withArabicNumbers('四至六月，百余人')).toBe('4至6月，百余人')
  })
})
