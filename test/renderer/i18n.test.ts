import { describe, expect, test } from 'vitest'
import { languageIn } from '#renderer/i18n'

describe('languageIn', () => {
  test('the chosen language is found among other cookies', () => {
    expect(languageIn('xuncheng-4100=ab; xuncheng-language=en')).toBe('en')
  })
  test('no cookie, or a language that this version has not, is none', () => {
    expect(languageIn('')).toBeUndefined()
    expect(languageIn('xuncheng-language=fr')).toBeUndefined()
  })
})
