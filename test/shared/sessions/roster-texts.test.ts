import { describe, expect, test } from 'vitest'
import en from '#resources/locales/en/roster.json' with { type: 'json' }
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

  test('both languages have the same sentences and name the same values', () => {
    const valuesIn = (sentence: string): readonly string[] =>
      [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted()
    const shapeOf = (texts: Readonly<Record<string, Readonly<Record<string, string>>>>): object =>
      Object.fromEntries(
        Object.entries(texts).flatMap(([group, sentences]) =>
          Object.entries(sentences).map(([code, text]) => [`${group} ${code}`, valuesIn(text)]),
        ),
      )
    expect(shapeOf(en)).toEqual(shapeOf(zh))
  })
})
