import { describe, expect, test } from 'vitest'
import { isPhone, tidyPhone } from '#shared/people/phone'

describe('tidyPhone', () => {
  test('blanks, dashes and full width go from a mobile number, each named', () => {
    const { text, repairs } = tidyPhone('１38-0000 0000')
    expect(text).toBe('13800000000')
    expect(repairs.map((one) => one.reason)).toEqual(['full-width', 'blanks', 'dashes'])
  })

  test('the dash after an area code stays', () => {
    expect(tidyPhone('0374-5123456')).toEqual({ text: '0374-5123456', repairs: [] })
  })
})

describe('isPhone', () => {
  test('a mobile number has eleven digits', () => {
    expect(isPhone('13800000000')).toBe(true)
    expect(isPhone('1380000000')).toBe(false)
    expect(isPhone('12800000000')).toBe(false)
  })

  test('a number of an office may have an area code and an extension', () => {
    expect(isPhone('0374-5123456')).toBe(true)
    expect(isPhone('(0374)5123456')).toBe(true)
    expect(isPhone('5123456-801')).toBe(true)
  })
})
