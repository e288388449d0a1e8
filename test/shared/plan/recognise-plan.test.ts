import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '#shared/core/sheets'
import { ignoredRowCodes, planProjectSchema, planRemarkSchema } from '#shared/plan/model'
import { shippedModeTable } from '#shared/plan/modes'
import { recognisePlan } from '#shared/plan/recognise-plan'
import { cell, docxOf, paragraph, table } from '#test/electron/documents/package-of'
import { aSheet, merge, planOfDocx, recognise } from '#test/shared/plan/plan-sheets'

function remarksOf(...sheets: readonly Sheet[]) {
  return recognise(...sheets).remarks.map(({ row, code, text }) => [row, code, text])
}

const header = ['序号', '项目名称', '人数', '方式', '时间', '地点']

describe('recognisePlan', () => {
  test('a workbook with other words, another order, headings, totals and signatures', () => {
    const sheet = aSheet(
      [
        ['某区二〇二五年教师培训班次一览表'],
        ['单位：某区教师进修学校'],
        [
          '培训班次 名称',
          '培 训\n形式',
          '编号',
          '计划培训规模（人）',
          '开班\n日期',
          '责任科室',
          '地 点',
        ],
        ['一、骨干教师类'],
        [
          '骨干教师\n提升培训',
          '线上研修+集中培训',
          '1',
          '200～300人',
          '4—6月',
          '教师科',
          '进修学校',
        ],
        ['新教师岗前培训', '读书会', '2', '待定', '视情况', '', ''],
        ['二、全员类'],
        ['师德培训', '远程', '3.', '全体教师', '暑期', '', ''],
        ['合计', '', '', '310人'],
        ['说明：时间以通知为准。'],
        ['制表：张某', '', '', '', '', '审核：李某'],
      ],
      [merge(1, 1, 1, 7), merge(4, 1, 4, 7), merge(7, 1, 7, 7), merge(10, 1, 10, 7)],
    )
    const { projects } = recognise(sheet)
    expect(
      projects.map(({ no, name, headcount, headcountKind, modes, months, place }) => [
        ...[no, name, headcount, headcountKind, modes.join(), months.join(), place],
      ]),
    ).toEqual([
      [1, '骨干教师提升培训', 300, 'about', '4', '4,5,6', '进修学校'],
      [2, '新教师岗前培训', null, 'unknown', '9', '', ''],
      [3, '师德培训', null, 'everyone', '3', '7,8', ''],
    ])
    expect(remarksOf(sheet)).toEqual([
      [3, 'column-ignored', '责任科室'],
      [4, 'text-line', '一、骨干教师类'],
      [6, 'headcount-unread', '待定'],
      [6, 'mode-unread', '读书会'],
      [6, 'time-unread', '视情况'],
      [7, 'text-line', '二、全员类'],
      [9, 'total-row', '合计 | 310人'],
      [9, 'total-differs', '310 ≠ 300'],
      [10, 'note', '说明：时间以通知为准。'],
      [11, 'text-line', '制表：张某 | 审核：李某'],
    ])
  })

  test('a document whose numbers are made by Word, with merged cells and a second table', async () => {
    const head = ['培训项目', '时间', '人数', '序号'].map((text) => cell(text))
    const below = '<w:vMerge/>'
    const first = '<w:vMerge w:val="restart"/>'
    const body =
      table([cell('领导小组'), cell('组长')]) +
      paragraph('附件：安排表') +
      table(
        [cell('2025年教师培训安排表', '<w:gridSpan w:val="4"/>')],
        head,
        [cell('骨干教师培训', first), cell('4月'), cell('100人', first), cell('')],
        [cell('', below), cell('9月'), cell('', below), cell('')],
        [cell('校长培训'), cell('10月', first), cell('50人', first), cell('')],
        [cell('园长培训'), cell('', below), cell('', below), cell('')],
        [cell('备注：另行通知。', '<w:gridSpan w:val="4"/>')],
      )
    const { projects, remarks } = await planOfDocx(docxOf(body))
    expect(
      projects.map(({ no, name, months, headcountText, headcount }) => [
        ...[no, name, months.join(), headcountText, headcount],
      ]),
    ).toEqual([
      [1, '骨干教师培训', '4,9', '100人', 100],
      [2, '校长培训', '10', '50人', 50],
      [3, '园长培训', '10', '50人', null],
    ])
    expect(remarks.map(({ sheet, row, code, text }) => [sheet, row, code, text])).toEqual([
      ['table-1', 1, 'sheet-ignored', '领导小组 | 组长'],
      ['table-2', 2, 'no-number-column', ''],
      ['table-2', 2, 'no-mode-column', ''],
      ['table-2', 4, 'row-joined', '9月'],
      ['table-2', 6, 'headcount-shared', '50人'],
      ['table-2', 7, 'note', '备注：另行通知。'],
    ])
  })

  test('a header of two lines is one header', () => {
    const sheet = aSheet(
      [
        ['序号', '项目名称', '安排', ''],
        ['', '', '人数', '时间'],
        ['1', '校长培训', '50人', '5月'],
      ],
      [merge(1, 1, 2, 1), merge(1, 2, 2, 2), merge(1, 3, 1, 4)],
    )
    const { projects, remarks } = recognise(sheet)
    expect(projects.map(({ no, headcount, months }) => [no, headcount, months])).toEqual([
      [1, 50, [5]],
    ])
    expect(remarks.map(({ code }) => code)).toEqual(['no-mode-column'])
  })

  test('a header over two columns reads both', () => {
    const sheet = aSheet(
      [
        ['序号', '项目名称', '人数', '方式', '时间', ''],
        ['', '', '', '', '起', '止'],
        ['1', '校长培训', '50人', '集中', '5月', '6月'],
      ],
      [1, 2, 3, 4].map((column) => merge(1, column, 2, column)).concat(merge(1, 5, 1, 6)),
    )
    const { projects, remarks } = recognise(sheet)
    expect(projects[0]?.months).toEqual([5, 6])
    expect(remarks).toEqual([])
  })

  test('a project without a number gets the next one, a repeated number a free one', () => {
    const rows = ['1', '', '3', '3', '附'].map((no) => [no, '某培训', '10人', '集中', '4月', ''])
    const sheet = aSheet([header, ...rows])
    expect(recognise(sheet).projects.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5])
    expect(remarksOf(sheet)).toEqual([
      [3, 'number-missing', '2'],
      [5, 'number-repeated', '3 → 4'],
      [6, 'number-unread', '附 → 5'],
    ])
  })

  test('a project without a number never takes the number of another', () => {
    const rows = ['', '1'].map((no) => [no, '某培训', '10人', '集中', '4月', ''])
    expect(recognise(aSheet([header, ...rows])).projects.map(({ no }) => no)).toEqual([2, 1])
  })

  test('numbers may be in brackets, circles or Chinese', () => {
    const rows = ['（1）', '②', '三、', '4.'].map((no) => [no, '某培训', '10人', '集中', '4月', ''])
    expect(recognise(aSheet([header, ...rows])).projects.map(({ no }) => no)).toEqual([1, 2, 3, 4])
  })

  test('a second table numbers on, its header and heading are remarks', () => {
    const sheet = aSheet([
      header,
      ['1', '小学培训', '10人', '集中', '4月', ''],
      ['幼儿园部分'],
      header,
      ['1', '园长培训', '20人', '集中', '5月', ''],
    ])
    expect(recognise(sheet).projects.map(({ no, name }) => [no, name])).toEqual([
      [1, '小学培训'],
      [2, '园长培训'],
    ])
    expect(remarksOf(sheet).map(([row, code]) => [row, code])).toEqual([
      [3, 'text-line'],
      [4, 'header-repeated'],
      [5, 'number-repeated'],
    ])
  })

  test('plans on several sheets are one plan, each remark names its sheet', () => {
    const one = aSheet([header, ['1', '小学培训', '10人', '集中', '4月', '']], [], 'A')
    const two = aSheet([header, ['2', '初中培训', '', '集中', '4月', '']], [], 'B')
    const { projects, remarks } = recognise(one, two)
    expect(projects.map(({ no }) => no)).toEqual([1, 2])
    expect(remarks).toEqual([{ sheet: 'B', row: 2, code: 'headcount-unread', text: '' }])
  })

  test('a line with figures but no name is no project, and is said', () => {
    const sheet = aSheet([header, ['1', '', '10人', '集中', '4月', '']])
    expect(recognise(sheet).projects).toEqual([])
    expect(remarksOf(sheet)).toEqual([[2, 'name-missing', '1 | 10人 | 集中 | 4月']])
  })

  test('a 合计 that is right is no doubt, a 小计 is not checked', () => {
    const row = (no: string) => [no, '某培训', '10人', '集中', '4月', '']
    const sheet = aSheet([header, row('1'), row('2'), ['小计', '', '10人'], ['合计', '', '20人']])
    expect(remarksOf(sheet).map(([, code]) => code)).toEqual(['total-row', 'total-row'])
  })

  test('a figure that several projects share counts once in the 合计', () => {
    const row = (no: string, people: string) => [no, '某培训', people, '集中', '4月', '']
    const sheet = aSheet(
      [header, row('1', '50人'), row('2', ''), ['合计', '', '50人']],
      [merge(2, 3, 3, 3)],
    )
    expect(remarksOf(sheet).map(([, code]) => code)).toEqual(['headcount-shared', 'total-row'])
  })

  test('a header word merged down into the lines below is no text of a project', () => {
    const sheet = aSheet(
      [
        ['序号', '项目名称', '人数', '安排', ''],
        ['', '', '', '时间', '地点'],
        ['1', '校长培训', '50人', '', ''],
      ],
      [
        ...[1, 2].map((column) => merge(1, column, 2, column)),
        merge(1, 3, 3, 3),
        merge(2, 4, 3, 4),
      ],
    )
    expect(recognise(sheet).projects).toMatchObject([{ headcountText: '', timeText: '' }])
  })

  test('a place merged over several projects is the place of each', () => {
    const row = (no: string, place: string) => [no, '某培训', '10人', '集中', '4月', place]
    const sheet = aSheet([header, row('1', '进修学校'), row('2', '')], [merge(2, 6, 3, 6)])
    expect(recognise(sheet).projects.map(({ place }) => place)).toEqual(['进修学校', '进修学校'])
  })

  test('a name merged over numbered rows is the name of each', () => {
    const row = (no: string, name: string, time: string) => [no, name, '10人', '集中', time, '']
    const sheet = aSheet(
      [header, row('1', '校长培训', '4月'), row('2', '', '9月')],
      [merge(2, 2, 3, 2)],
    )
    expect(recognise(sheet).projects.map(({ no, name, months }) => [no, name, months])).toEqual([
      [1, '校长培训', [4]],
      [2, '校长培训', [9]],
    ])
  })

  test('sheets without a header of a plan are refused', () => {
    const schedule = aSheet([
      ['序号', '课程名称', '时间', '地点'],
      ['1', '师德', '8:30', '礼堂'],
    ])
    const names = aSheet([
      ['序号', '项目名称', '地点'],
      ['1', '校长培训', '礼堂'],
    ])
    for (const sheets of [[], [schedule], [names]]) {
      expect(recognisePlan(sheets, shippedModeTable)).toEqual({
        ok: false,
        refusal: { code: 'no-plan-table', params: {} },
      })
    }
  })

  test('every line below a header is a project or a remark, whatever it holds', () => {
    const word = fc.constantFrom(
      '',
      '',
      '1',
      '合计',
      '备注：',
      '校长培训',
      '项目名称',
      '4月',
      '10人',
      '全员',
    )
    const rows = fc.array(fc.array(word, { minLength: 6, maxLength: 6 }), { maxLength: 12 })
    const corner = fc.integer({ min: 1, max: 6 })
    const range = fc
      .tuple(fc.integer({ min: 1, max: 12 }), corner, fc.nat(2), fc.nat(2))
      .map(([top, left, down, right]) => merge(top, left, top + down, left + right))
    fc.assert(
      fc.property(rows, fc.option(range), (below, merged) => {
        const sheet = aSheet([header, ...below], merged ? [merged] : [])
        const plan = recognisePlan([sheet], shippedModeTable)
        fc.pre(plan.ok)
        const { projects, remarks } = plan.value
        const ignored: readonly string[] = ignoredRowCodes
        const lines = remarks.filter(({ code }) => ignored.includes(code)).map(({ row }) => row)
        expect(projects.length + lines.length).toBe(sheet.rows.length - 1)
        expect(new Set(lines).size).toBe(lines.length)
        expect(new Set(projects.map(({ no }) => no)).size).toBe(projects.length)
        projects.forEach((project) => planProjectSchema.parse(project))
        remarks.forEach((remark) => planRemarkSchema.parse(remark))
      }),
    )
  })
})
