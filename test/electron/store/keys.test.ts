import { describe, expect, test } from 'vitest'
import { base32crockford } from '@scure/base'
import { derivedId, formatRecoveryKey, subKey } from '#electron/store/keys'
import { seededRandom } from '#test/support/a-vault'

const secret = seededRandom('secret')(32)

describe('formatRecoveryKey', () => {
  const recovery = seededRandom('recovery')(16)

  test('seven groups of four letters and digits, without I, L, O and U', () => {
    expect(formatRecoveryKey(recovery)).toMatch(
      /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/,
    )
  })

  test('holds all 128 bits, and a check byte that notices a wrong letter', () => {
    const letters = formatRecoveryKey(recovery).replaceAll('-', '')
    const bytes = base32crockford.decode(letters)
    expect(bytes.subarray(0, 16)).toEqual(recovery)
    expect(bytes).toHaveLength(17)
    const other = formatRecoveryKey(recovery.map((byte, i) => (i === 3 ? byte ^ 1 : byte)))
    expect(base32crockford.decode(other.replaceAll('-', ''))[16]).not.toBe(bytes[16])
  })
})

describe('derivedId', () => {
  test('one business key has one id under one secret, as on every laptop of the school', () => {
    const id = derivedId(secret, 'teacher', ['id-card', '411003199001011234'])
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(derivedId(secret, 'teacher', ['id-card', '411003199001011234'])).toBe(id)
  })

  test.each([
    ['another secret', seededRandom('other')(32), 'teacher', ['a', 'bc']],
    ['another table', secret, 'unit', ['a', 'bc']],
    ['another key', secret, 'teacher', ['a', 'bd']],
    ['the same letters cut elsewhere', secret, 'teacher', ['ab', 'c']],
  ])('%s makes another id', (_, key, table, parts) => {
    expect(derivedId(key, table, parts)).not.toBe(derivedId(secret, 'teacher', ['a', 'bc']))
  })
})

describe('subKey', () => {
  test('keys for two purposes have nothing in common with each other or with their source', () => {
    const keys = [secret, subKey(secret, 'database'), subKey(secret, 'vault.json')]
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(3)
    expect(keys.map((key) => key.length)).toEqual([32, 32, 32])
  })
})
