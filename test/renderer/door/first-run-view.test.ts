import { describe, expect, test } from 'vitest'
import {
  adminFaults,
  groupsOf,
  provesKey,
  recoverFaults,
  recoveryGroups,
  schoolFaults,
} from '#renderer/door/first-run-view'

describe('schoolFaults', () => {
  test('a name and six digits are enough', () => {
    expect(schoolFaults({ org: '建安区教师进修学校', region: '411003' })).toEqual({})
  })

  test('a blank name and a short area code are each named', () => {
    expect(schoolFaults({ org: '  ', region: '41100' })).toEqual({ org: 'org', region: 'region' })
  })
})

describe('adminFaults', () => {
  const good = { admin: '李敏', password: '春江水暖鸭先知道', again: '春江水暖鸭先知道' }

  test('eight Chinese characters are a password', () => {
    expect(adminFaults(good)).toEqual({})
  })

  test('seven characters are too short', () => {
    expect(adminFaults({ ...good, password: '1234567', again: '1234567' })).toEqual({
      password: 'password-too-short',
    })
  })

  test('one character eight times is too easily guessed', () => {
    expect(adminFaults({ ...good, password: '88888888', again: '88888888' })).toEqual({
      password: 'password-too-common',
    })
  })

  test('two different passwords are seen before anything is made', () => {
    expect(adminFaults({ ...good, again: '春江水暖' })).toEqual({ again: 'again' })
  })
})

describe('groupsOf', () => {
  test('a key is read in the groups in which it is printed', () => {
    expect(groupsOf('AB12-CD34 EF56')).toEqual(['AB12', 'CD34', 'EF56'])
  })
})

describe('provesKey', () => {
  test('small letters and blanks prove it as well', () => {
    expect(provesKey('A1V0', ' a1 v0')).toBe(true)
  })

  test('a letter read for the figure it looks like proves it as well', () => {
    expect(provesKey('A1V0', 'aluo')).toBe(true)
  })

  test('another group proves nothing', () => {
    expect(provesKey('A1V0', 'A1V9')).toBe(false)
    expect(provesKey('A1V0', '')).toBe(false)
  })
})

describe('recoverFaults', () => {
  const draft = {
    recoveryKey: '0123 4567-89ab，cdef 0123４５６７89AB',
    password: 'jiaoyan-2024-chun',
    again: 'jiaoyan-2024-chun',
  }
  test('a key in seven groups, whatever stands between them, is whole', () => {
    expect(recoveryGroups(draft.recoveryKey).join('-')).toBe('0123-4567-89AB-CDEF-0123-4567-89AB')
    expect(recoverFaults(draft)).toEqual({})
  })
  test('a key that lacks a letter, a short password and another second one are each named', () => {
    const faulty = { recoveryKey: draft.recoveryKey.slice(1), password: 'short', again: 'other' }
    expect(recoverFaults(faulty)).toEqual({
      recoveryKey: 'recoveryKey',
      password: 'password-too-short',
      again: 'again',
    })
  })
})
