import { describe, expect, test } from 'vitest'
import zh from '#resources/locales/zh-CN/roster.json' with { type: 'json' }
import { repairReasons } from '#shared/people/repair'
import { heldCodes, ignoredCodes, remarkCodes } from '#shared/sessions/roster-model'

const groups = {
  held: heldCodes,
  ignored: ignoredCodes,
  repaired: repairReasons,
  remarks: remarkCodes,
}

describe('the sentences of the roster doctor', () => {
  test.each(Object.entries(groups))('every code of %s has a sentence', (group, codes) => {
    const sentences = Object.keys(zh[group as keyof typeof groups])
    expect(sentences).toEqual(expect.arrayContaining([...codes]))
  })
})
