import { describe, expect, test } from 'vitest'
import { shownDates, shownDay } from '#renderer/ui/dates'

describe('shownDates', () => {
  test('one day stands alone', () => {
    expect(shownDates('2024-04-16', '2024-04-16', 'zh-CN')).toBe('4月16日')
  })
  test('two days of one month name it once', () => {
    expect(shownDates('2024-04-16', '2024-04-17', 'zh-CN')).toBe('4月16日–17日')
    expect(shownDates('2024-04-16', '2024-04-17', 'en')).toBe('Apr 16–17')
  })
  test('days of two months name both', () => {
    expect(shownDates('2024-04-30', '2024-05-01', 'zh-CN')).toBe('4月30日–5月1日')
  })
})

describe('shownDay', () => {
  test('a lesson day tells the day of the week', () => {
    expect(shownDay('2024-04-16', 'zh-CN')).toBe('4月16日周二')
  })
})
