import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTable } from '#electron/documents/read-table'
import { planOfDocx, recognise } from '#test/shared/plan/plan-sheets'

const planDocx = readFileSync('test/fixtures/plan/2024年教师培训工作计划.docx')

async function planOfWorkbook() {
  const name = '2024年教师培训工作安排表.xlsx'
  const sheets = await readTable(readFileSync(`test/fixtures/plan/${name}`), name)
  if (!sheets.ok) throw new Error(sheets.refusal.code)
  return recognise(...sheets.value)
}

describe('recognisePlan on the plan of 2024 (domain 0.1–0.3)', () => {
  test('document and workbook hold the same 14 projects', async () => {
    const [document, workbook] = [await planOfDocx(planDocx), await planOfWorkbook()]
    expect(document.projects.map(({ no }) => no)).toEqual(
      Array.from({ length: 14 }, (_, i) => i + 1),
    )
    expect(workbook.projects).toEqual(document.projects)
  })

  test('a project has its wording, with the line break, beside what was read from it', async () => {
    const { projects } = await planOfDocx(planDocx)
    expect(projects[0]).toEqual({
      no: 1,
      name: '区级中小学骨干教师、名师培训（第四期）',
      originalName: '区级中小学骨干教师、名师培训\n（第四期）',
      headcountText: '300人',
      headcount: 300,
      headcountKind: 'exact',
      modeText: '线上研修、线下送教',
      modes: ['4'],
      timeText: '4月',
      months: [4],
      place: '',
    })
    expect(projects[1]?.modeText).toBe('同课异构、专家讲座\n互动交流')
  })

  test('the headcounts add up to 2775, two projects are for everyone, one is about 120', async () => {
    const { projects } = await planOfWorkbook()
    expect(projects.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0)).toBe(2775)
    const kinds = projects.map(({ no, headcountKind }) => [no, headcountKind])
    expect(kinds.filter(([, kind]) => kind !== 'exact')).toEqual([
      [7, 'everyone'],
      [9, 'about'],
      [14, 'everyone'],
    ])
  })

  test('months and ways of training are read for every project', async () => {
    const { projects } = await planOfWorkbook()
    expect(projects.map(({ months }) => (months.length === 12 ? 'all' : months[0]))).toEqual([
      ...[4, 4, 'all', 4, 5, 5, 7, 8, 8, 9, 10, 10, 11, 10],
    ])
    expect(projects.map(({ modes }) => modes.join())).toEqual([
      ...['4', '2', '2', '2', '2', '2', '3', '4', '2', '2', '2', '2', '2', '3'],
    ])
  })

  test('the note under the workbook is a remark, and the only one', async () => {
    const { remarks } = await planOfWorkbook()
    expect(remarks.map(({ row, code, text }) => [row, code, text])).toEqual([
      [17, 'note', '备注：如培训时间调整，请以实际开班时间为准。'],
    ])
    expect((await planOfDocx(planDocx)).remarks).toEqual([])
  })
})
