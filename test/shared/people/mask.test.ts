import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskDocument, maskName, maskPhone } from '#shared/people/mask'

describe('maskDocument', () => {
  test('the first six and the last four places of a number may be seen', () => {
    expect(maskDocument('41109919960125404X')).toBe('411099********404X')
    expect(maskDocument('411099960125404')).toBe('411099*****5404')
  })

  test('a passport number keeps two at each end, a very short number nothing', () => {
    expect(maskDocument('E12345678')).toBe('E1*****78')
    expect(maskDocument('1234567')).toBe('*******')
    expect(maskDocument('')).toBe('')
  })

  test('the length stays and at least four places are hidden, or all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,30}$/), (docNo) => {
        const masked = maskDocument(docNo)
        const hidden = masked.split('*').length - 1
        expect(masked).toHaveLength(docNo.length)
        expect(hidden).toBeGreaterThanOrEqual(Math.min(4, docNo.length))
      }),
    )
  })
})

describe('maskPhone', () => {
  test('the first three and the last four digits may be seen', () => {
    expect(maskPhone('13800000000')).toBe('138****0000')
  })

  test('a short number does not show itself', () => {
    expect(maskPhone('5123456')).toBe('*******')
    expect(maskPhone('51234567')).toBe('51****67')
  })
})

describe('maskName', () => {
  test('a name of two characters keeps the surname', () => {
    expect(maskName('张伟')).toBe('张*')
  })

  test('a longer name keeps first and last', () => {
    expect(maskName('欧阳娜')).toBe('欧*娜')
    expect(maskName('买买提·艾力')).toBe('买****力')
  })

  test('a rare character counts as one, with the mark that chooses its shape', () => {
    expect(maskName('𠮷田')).toBe('𠮷*')
    expect(maskName('葛\u{E0100}伟')).toBe('葛\u{E0100}*')
  })

  test('a name of one character is hidden whole, an empty one stays empty', () => {
    expect(maskName('张')).toBe('*')
    expect(maskName(' ')).toBe('')
  })
})
