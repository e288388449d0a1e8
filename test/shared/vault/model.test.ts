import { describe, expect, test } from 'vitest'
import { passwordFault } from '#shared/vault/model'
import common from '#resources/common-passwords.json' with { type: 'json' }

describe('passwordFault', () => {
  test.each([
    ['seven77', 'password-too-short'],
    ['一二三四五六七', 'password-too-short'],
    ['😀😀😀😀', 'password-too-short'],
    ['12345678', 'password-too-common'],
    ['PASSWORD', 'password-too-common'],
    ['zzzzzzzzz', 'password-too-common'],
    ['啊啊啊啊啊啊啊啊', 'password-too-common'],
    ['jiaoyu-2024', null],
    ['春风又绿江南岸明', null],
    ['eight888', null],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, common)).toBe(fault)
  })
})
