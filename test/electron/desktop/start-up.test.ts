import { describe, expect, test } from 'vitest'
import { mayRestart, restartPauseMs } from '#electron/desktop/core-restart'
import { foundGlibc, isGlibcTooOld, neededGlibc } from '#electron/desktop/glibc'
import { desktopTexts, fill } from '#electron/desktop/texts'
import en from '#resources/locales/en/desktop.json' with { type: 'json' }
import zhCN from '#resources/locales/zh-CN/desktop.json' with { type: 'json' }

describe('isGlibcTooOld', () => {
  test.each([
    ['2.28', true],
    ['2.33', true],
    ['2.34', false],
    ['2.4', true],
    ['2.100', false],
    ['3.0', false],
    ['1.99', true],
  ])('glibc %s: %s', (found, isTooOld) => {
    expect(isGlibcTooOld(found)).toBe(isTooOld)
  })

  test('a machine without glibc is not held back', () => {
    expect(isGlibcTooOld(null)).toBe(false)
  })

  test('the machine of this test is new enough', () => {
    expect(isGlibcTooOld(foundGlibc())).toBe(false)
    expect(neededGlibc).toMatch(/^\d+\.\d+$/)
  })
})

describe('mayRestart', () => {
  test('the first crash is followed by a new start', () => {
    expect(mayRestart(null, 0)).toBe(true)
  })

  test('a crash soon after a restart is not, a later one is', () => {
    expect(mayRestart(1_000, 1_000 + restartPauseMs - 1)).toBe(false)
    expect(mayRestart(1_000, 1_000 + restartPauseMs)).toBe(true)
  })
})

describe('desktopTexts', () => {
  test('an English system is spoken to in English, every other in Chinese', () => {
    expect(desktopTexts('en-GB')).toBe(en)
    expect(desktopTexts('zh-TW')).toBe(zhCN)
    expect(desktopTexts('')).toBe(zhCN)
  })

  test('both languages say the same things', () => {
    expect(keysOf(en)).toEqual(keysOf(zhCN))
  })
})

describe('fill', () => {
  test('values stand where they are named, in both languages', () => {
    for (const { systemTooOld } of [en, zhCN]) {
      const filled = fill(systemTooOld.message, { needed: '2.34', found: '2.28' })
      expect(filled).toContain('2.34')
      expect(filled).toContain('2.28')
      expect(filled).not.toContain('{{')
    }
  })

  test('a name without a value is left to be seen', () => {
    expect(fill('{{a}} {{b}}', { a: '1' })).toBe('1 {{b}}')
  })
})

function keysOf(texts: object): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value).map((inner) => `${key}.${inner}`)
      : [key],
  )
}
