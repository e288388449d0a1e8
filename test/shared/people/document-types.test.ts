import { describe, expect, test } from 'vitest'
import {
  documentTypes,
  documentTypesNamed,
  documentTypeWithCode,
} from '#shared/people/document-types'

describe('documentTypes', () => {
  test('the codes are those of the national code table, each once', () => {
    expect(documentTypes.map((type) => type.code).join('')).toBe('123456789ABCZ')
  })

  test('every type has either the national numbering or bounds of its own', () => {
    const unruled = documentTypes.filter((type) => (type.numbering === undefined) === !type.length)
    expect(unruled).toEqual([])
  })
})

describe('documentTypesNamed', () => {
  test('a name, a usual other name and a code are understood', () => {
    expect(documentTypesNamed('居民身份证')).toEqual(['1'])
    expect(documentTypesNamed(' 身份 证 ')).toEqual(['1'])
    expect(documentTypesNamed('ａ')).toEqual(['A'])
  })

  test('a word that serves two codes gives both', () => {
    expect(documentTypesNamed('回乡证')).toEqual(['6', '7'])
  })

  test('an unknown word gives none', () => {
    expect(documentTypesNamed('会员证')).toEqual([])
    expect(documentTypesNamed('')).toEqual([])
  })
})

describe('documentTypeWithCode', () => {
  test('an unknown code is no type', () => {
    expect(documentTypeWithCode('A')?.name).toBe('护照')
    expect(documentTypeWithCode('?')).toBeNull()
  })
})
