import { describe, expect, test } from 'vitest'
import trainingModes from '#resources/code-tables/training-modes.json' with { type: 'json' }
import {
  modesOf,
  modeTableSchema,
  shippedModeTable as table,
  unreadModes,
} from '#shared/plan/modes'

describe('modesOf (domain 2.3)', () => {
  test.each([
    '集中培训',
    '专题讲座',
    '同课异构、专家讲座\n互动交流',
    '外出研修',
    '集中培训、外出研修',
  ])('%s is short training face to face', (text) => {
    expect(modesOf(text, table)).toEqual(['2'])
  })

  test.each(['线上研修', '网络研修', '线上集中培训', '网络直播讲座'])('%s is online', (text) => {
    expect(modesOf(text, table)).toEqual(['3'])
  })

  test.each([
    '线上研修、线下送教',
    '线上研修、集中培训',
    '线上＋线下',
    '线上线下相结合',
    '线上线下集中培训',
    '混合式研修',
  ])('%s is face to face and online in one', (text) => {
    expect(modesOf(text, table)).toEqual(['4'])
  })

  test('a month and more away from school is a way of its own', () => {
    expect(modesOf('外出研修、长期脱产', table)).toEqual(['1', '2'])
  })

  test('words without a code of their own leave the others as they are', () => {
    expect(modesOf('集中培训、任务驱动\n成果展示', table)).toEqual(['2'])
    expect(modesOf('任务驱动、成果展示', table)).toEqual(['9'])
  })

  test('words that the table does not know are other, an empty cell is nothing', () => {
    expect(modesOf('读书会', table)).toEqual(['9'])
    expect(modesOf(' \n', table)).toEqual([])
  })

  test('a short word inside a longer one is not read again', () => {
    const words = [
      { word: '研修', code: '2', unlessOnline: false },
      { word: '校本研修', code: null, unlessOnline: false },
    ]
    expect(modesOf('校本研修', { ...table, words })).toEqual(['9'])
  })

  test('a school may add words of its own', () => {
    const own = {
      ...table,
      words: [...table.words, { word: '读书会', code: '2', unlessOnline: false }],
    }
    expect(modesOf('读书会', own)).toEqual(['2'])
  })
})

describe('unreadModes', () => {
  test('names the parts that no word explains', () => {
    expect(unreadModes('集中培训、读书会，任务驱动', table)).toEqual(['读书会'])
  })
})

describe('modeTableSchema', () => {
  test('a word with a code that the table does not list is refused', () => {
    const words = [{ word: '读书会', code: '7' }]
    expect(modeTableSchema.safeParse({ ...trainingModes, words }).success).toBe(false)
  })

  test('a word listed twice is refused', () => {
    const words = [...trainingModes.words, { word: '集中', code: '3' }]
    expect(modeTableSchema.safeParse({ ...trainingModes, words }).success).toBe(false)
  })
})
