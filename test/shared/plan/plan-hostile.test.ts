import { describe, expect, test } from 'vitest'
import type { Sheet } from '#shared/core/sheets'
import { aSheet, merge, recognise } from '#test/shared/plan/plan-sheets'

function remarksOf(...sheets: readonly Sheet[]) {
  return recognise(...sheets).remarks.map(({ row, code, text }) => [row, code, text])
}

const header = ['序号', '项目名称', '人数', '方式', '时间', '地点']

describe('recognisePlan: projects that a header does not reach', () => {
  test('two tables side by side are both read', () => {
    const sheet = aSheet([
      ['安排表'],
      ['序号', '项目名称', '人数', '', '序号', '项目名称', '人数'],
      ['1', '校长培训', '50人', '', '3', '园长培训', '20人'],
      ['2', '新教师培训', '30人', '', '', '', ''],
    ])
    const { projects, remarks } = recognise(sheet)
    expect(projects.map(({ no, name, headcount }) => [no, name, headcount])).toEqual([
      [1, '校长培训', 50],
      [2, '新教师培训', 30],
      [3, '园长培训', 20],
    ])
    expect(remarks.map(({ code }) => code).filter((code) => !code.startsWith('no-'))).toEqual([])
  })

  test('numbered lines above the first header that was understood are said, titles are not', () => {
    const sheet = aSheet([
      ['某区2025年培训计划'],
      ['号', '培训的名字', '多少人'],
      ['1', '校长培训', '50人'],
      ['（二）', '园长培训', '20人'],
      header,
      ['3', '新教师培训', '10人', '集中', '4月', ''],
    ])
    expect(recognise(sheet).projects.map(({ no }) => no)).toEqual([3])
    expect(remarksOf(sheet)).toEqual([
      [3, 'line-above-header', '1 | 校长培训 | 50人'],
      [4, 'line-above-header', '（二） | 园长培训 | 20人'],
    ])
  })

  test('projects of a hidden sheet are read, and the sheet is named', () => {
    const shown = aSheet([header, ['1', '小学培训', '10人', '集中', '4月', '']], [], 'A')
    const hidden = aSheet([header, ['2', '初中培训', '10人', '集中', '4月', '']], [], 'B')
    expect(recognise(shown, { ...hidden, isHidden: true }).projects).toHaveLength(2)
    expect(remarksOf(shown, { ...hidden, isHidden: true })).toEqual([[2, 'sheet-hidden', '1']])
  })

  test('a range merged to the last column and row of a workbook costs nothing', () => {
    const sheet = aSheet([header, ['1', '小学培训', '10人', '集中', '4月', '']])
    const endless = { ...sheet, merges: [merge(1, 7, 1_048_576, 16_384)] }
    expect(recognise(endless).projects).toHaveLength(1)
  })
})
