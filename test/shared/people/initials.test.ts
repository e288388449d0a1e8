import { describe, expect, test } from 'vitest'
import { initialsOf } from '#shared/people/initials'

describe('initialsOf', () => {
  test('a surname is read as a surname', () => {
    expect(initialsOf('单雄')).toEqual(['sx'])
    expect(initialsOf('解晓东')).toEqual(['xxd'])
    expect(initialsOf('尉迟恭')).toEqual(['ycg'])
  })

  test('a given name is found by each of its readings', () => {
    expect(initialsOf('曾乐')).toEqual(['zl', 'zy'])
  })

  test('a surname that families read in two ways is found by both', () => {
    expect(initialsOf('覃海')).toEqual(['qh', 'th'])
    expect(initialsOf('乐嘉')).toEqual(['yj', 'lj'])
  })

  test('dots and blanks vanish, a Latin word gives its first letter, digits stay', () => {
    expect(initialsOf('阿依古丽·买买江')).toEqual(['ayglmmj'])
    expect(initialsOf('Anna Smith')).toEqual(['as'])
    expect(initialsOf('张伟A2')).toEqual(['zwa2'])
  })

  test('a rare character without a known reading stands for itself', () => {
    expect(initialsOf('王𠮷')).toEqual(['w𠮷'])
  })

  test('a long text of many readings does not multiply without end', () => {
    expect(initialsOf('张' + '乐'.repeat(40)).length).toBeLessThanOrEqual(32)
  })

  test('an empty name has none', () => {
    expect(initialsOf(' ')).toEqual([])
  })
})
