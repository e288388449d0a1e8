import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHeadcount } from '#shared/plan/headcount'

const exact = (headcount: number) => ({ headcount, headcountKind: 'exact' })
const about = (headcount: number) => ({ headcount, headcountKind: 'about' })
const everyone = { headcount: null, headcountKind: 'everyone' }
const unknown = { headcount: null, headcountKind: 'unknown' }

describe('parseHeadcount (domain 0.2)', () => {
  test.each(['300人', '300', ' 300 人', '３００人', '300名', '共300人', '三百人', '300名教师'])(
    '%s is exactly 300 learners',
    (text) => {
      expect(parseHeadcount(text)).toEqual(exact(300))
    },
  )

  test.each(['约120人', '120人左右', '120余人', '120多人', '一百二十余人', '近120人', '120人次'])(
    '%s is about 120 learners',
    (text) => {
      expect(parseHeadcount(text)).toEqual(about(120))
    },
  )

  test.each(['200-300人', '200～300人', '200人至300人', '二百至三百人'])(
    'the range %s counts with its upper end, since rooms must do for the most who may come',
    (text) => {
      expect(parseHeadcount(text)).toEqual(about(300))
    },
  )

  test.each(['全员', '全体教师', '全体一线教师', '所有在岗教师', '全 员'])(
    '%s is everyone, without a figure',
    (text) => {
      expect(parseHeadcount(text)).toEqual(everyone)
    },
  )

  test('everyone with a figure counts with the figure', () => {
    expect(parseHeadcount('全体班主任约300人')).toEqual(about(300))
  })

  test('a part named after the total does not count', () => {
    expect(parseHeadcount('100人（语文50人）')).toEqual(exact(100))
    expect(parseHeadcount('100人，其中幼儿园20人')).toEqual(exact(100))
    expect(parseHeadcount('校长（95人）')).toEqual(exact(95))
  })

  test('a thousands comma belongs to the figure', () => {
    expect(parseHeadcount('1,200人')).toEqual(exact(1200))
  })

  test.each([
    ['an empty cell', ''],
    ['a figure to come', '待定'],
    ['places per school', '每校2人'],
    ['places per term', '50人/期'],
    ['figures side by side', '小学200人、初中100人'],
    ['a count of classes', '2个班'],
    ['a broken number', '1.2万人'],
    ['a loose word', '一二百人'],
  ])('%s is unknown, not a guess', (_, text) => {
    expect(parseHeadcount(text)).toEqual(unknown)
  })

  test('every plain figure is read as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => {
        expect(parseHeadcount(`${n}人`)).toEqual(exact(n))
      }),
    )
  })

  test('a figure is there exactly when the kind is exact or about', () => {
    const words = fc.constantFrom(
      '约',
      '全员',
      '人',
      '1',
      '30',
      '-',
      '每',
      '、',
      '余',
      '百',
      '(',
      ')',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const { headcount, headcountKind } = parseHeadcount(parts.join(''))
        expect(headcount !== null).toBe(headcountKind === 'exact' || headcountKind === 'about')
      }),
    )
  })
})
