import { describe, expect, test } from 'vitest'
import { clockText, isClockBehind } from '#renderer/frame/clock-view'

const mark = '2024-04-16T08:30:00.000+08:00'
const markMs = Date.parse(mark)

describe('isClockBehind', () => {
  test('a clock two minutes before the last mark is in doubt', () => {
    expect(isClockBehind(markMs - 120_000, mark)).toBe(true)
  })

  test('a clock that differs by less than a minute is not', () => {
    expect(isClockBehind(markMs - 59_000, mark)).toBe(false)
  })

  test('without a mark there is nothing to doubt it by', () => {
    expect(isClockBehind(0, '')).toBe(false)
  })
})

describe('clockText', () => {
  test('the time is the time in China, whatever the zone of the computer', () => {
    expect(clockText(Date.parse('2024-04-16T00:17:00Z'), 'zh-CN')).toBe('4月16日周二 08:17')
  })
})
