import { describe, expect, test } from 'vitest'
import { blockedCodes } from '#shared/exports/rows'
import { cutReasons } from '#shared/hours/model'
import { roundings } from '#shared/hours/rule-set'
import zhHours from '#resources/locales/zh-CN/hours.json' with { type: 'json' }
import enHours from '#resources/locales/en/hours.json' with { type: 'json' }
import zhExports from '#resources/locales/zh-CN/exports.json' with { type: 'json' }
import enExports from '#resources/locales/en/exports.json' with { type: 'json' }

describe('texts of hours and exports', () => {
  test.each([
    ['Chinese', zhHours, zhExports],
    ['English', enHours, enExports],
  ])('every reason has its %s words, and no words are left over', (_, hours, texts) => {
    expect(Object.keys(hours.cut).toSorted()).toEqual(cutReasons.toSorted())
    expect(Object.keys(hours.rounding).toSorted()).toEqual(roundings.toSorted())
    expect(Object.keys(texts.blocked).toSorted()).toEqual(blockedCodes.toSorted())
  })
})
