import { describe, expect, test } from 'vitest'
// @ts-expect-error -- a plain script without types
import * as notices from '../../.tools/notices.mjs'

interface Shipped {
  readonly name: string
  readonly licence: string
}

const { shippedPackages, isCompatible } = notices as {
  shippedPackages: () => readonly Shipped[]
  isCompatible: (licence: string) => boolean
}

describe('shippedPackages', () => {
  test('names what the page is bundled from and what the core runs on', () => {
    const names = shippedPackages().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['react', 'antd', 'exceljs', 'zod', 'ws']))
    expect(names).not.toContain('vitest')
  })

  test('every shipped package has a licence that goes with Apache-2.0', () => {
    expect(shippedPackages().filter(({ licence }) => !isCompatible(licence))).toEqual([])
  })
})

describe('isCompatible', () => {
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['none', false],
  ])('%s: %s', (licence, expected) => {
    expect(isCompatible(licence)).toBe(expected)
  })
})
