import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { localDateSchema } from '#shared/sessions/model'
import { type ExportProfile, nationalProfile } from '#shared/exports/profile'
import { type ExportFact, type ExportOrder, exportRows, neutralised } from '#shared/exports/rows'
import { aFact, codeTables } from './builders.ts'

function rowsOf(
  facts: readonly ExportFact[],
  profile: Partial<ExportProfile> = {},
  order: Partial<ExportOrder> = {},
) {
  return exportRows({
    profile: { ...nationalProfile, ...profile },
    facts,
    codeTables,
    rounding: 'down',
    ...order,
  })
}

const date = (text: string) => localDateSchema.parse(text)

describe('exportRows', () => {
  test('a registered teacher is one row of texts', () => {
    expect(rowsOf([aFact()])).toEqual({
      header: nationalProfile.columns.map((column) => column.header),
      rows: [
        [
          '林知远',
          '1',
          '411003198001010010',
          '2024',
          '40',
          '初中数学骨干教师培训',
          '建安区教师进修学校',
          '2',
          '16',
          '',
          '2024-04-15',
          '2024-04-16',
        ],
      ],
      entryIds: ['h1'],
      blocked: [],
      differences: [],
      neutralised: [],
      rounding: 'down',
    })
  })

  test('code columns may hold the words instead, and dates another form', () => {
    const [row] = rowsOf([aFact()], { codeAs: 'text', dateFormat: 'YYYY/MM/DD' }).rows
    expect(row).toEqual(
      expect.arrayContaining(['居民身份证', '县级', '短期面授培训', '2024/04/15']),
    )
  })

  test('what the platform does not demand may be empty', () => {
    const fact = aFact({ organisation: '', from: '', to: '', credits: null })
    expect(rowsOf([fact]).rows[0]?.filter((text) => text === '')).toHaveLength(4)
  })

  test.each<[string, Partial<ExportFact>, string, Record<string, unknown>]>([
    ['no name', { name: ' ' }, 'missing', { column: '教师姓名' }],
    ['no document type', { docType: '' }, 'missing', { column: '身份证件类型' }],
    [
      'no document number',
      { docNo: '', isDocumentValid: false },
      'missing',
      { column: '教师身份证号' },
    ],
    ['a wrong document number', { isDocumentValid: false }, 'document-invalid', {}],
    ['no kind of training', { category: '' }, 'missing', { column: '培训类别' }],
    [
      'a kind the platform does not know',
      { category: '50' },
      'no-code',
      { column: '培训类别', value: '50' },
    ],
    [
      'a mode the platform does not know',
      { mode: '7' },
      'no-code',
      { column: '培训方式', value: '7' },
    ],
    [
      'a project name of 101 characters',
      { projectName: '训'.repeat(101) },
      'too-long',
      { column: '培训项目名称', length: 101, most: 100 },
    ],
    [
      'a year that is none',
      { year: 24 },
      'out-of-range',
      { column: '培训年度', value: 24, least: 1990, most: 2100 },
    ],
    ['negative hours', { hours: -16 }, 'out-of-range', { column: '培训获得学时', value: -16 }],
    ['more hours than the platform takes', { hours: 100000 }, 'out-of-range', { value: 100000 }],
    ['a year before the dates', { year: 2023 }, 'year-differs', { year: 2023 }],
    ['a year after the dates', { year: 2025 }, 'year-differs', { year: 2025 }],
    ['an end before the beginning', { to: date('2024-04-14') }, 'dates-reversed', {}],
  ])('%s is blocked with its reason', (_, changes, code, params) => {
    const { rows, entryIds, blocked } = rowsOf([aFact(changes)])
    expect({ rows, entryIds }).toEqual({ rows: [], entryIds: [] })
    expect(blocked).toContainEqual(
      expect.objectContaining({
        entryId: 'h1',
        teacherId: 't1',
        code,
        params: expect.objectContaining(params) as unknown,
      }),
    )
  })

  test('a document number that is missing is not called wrong too', () => {
    const { blocked } = rowsOf([aFact({ docNo: '', isDocumentValid: false })])
    expect(blocked.map(({ code }) => code)).toEqual(['missing'])
  })

  test('a project name of 100 rare characters passes', () => {
    expect(rowsOf([aFact({ projectName: '𠮷'.repeat(100) })]).blocked).toEqual([])
  })

  test('a training over New Year may count for either year', () => {
    const dates = { from: date('2023-12-30'), to: date('2024-01-02') }
    expect(rowsOf([aFact({ ...dates, year: 2023 })]).blocked).toEqual([])
    expect(rowsOf([aFact({ ...dates, year: 2024 })]).blocked).toEqual([])
  })

  test('every reason is named, not only the first', () => {
    expect(rowsOf([aFact({ name: '', mode: '' })]).blocked.map((b) => b.params['column'])).toEqual([
      '教师姓名',
      '培训方式',
    ])
  })

  test('the same training of the same person stands in the file once', () => {
    const { rows, blocked } = rowsOf([
      aFact(),
      aFact({ entryId: 'h2', hours: 8 }),
      aFact({ entryId: 'h3', docNo: '411003198001010029' }),
    ])
    expect(rows).toHaveLength(2)
    expect(blocked).toMatchObject([{ entryId: 'h2', code: 'duplicate' }])
  })

  test('a row that is blocked takes nobody’s place', () => {
    const { entryIds } = rowsOf([aFact({ name: '' }), aFact({ entryId: 'h2' })])
    expect(entryIds).toEqual(['h2'])
  })

  test('who finds no room in the file is listed, not cut', () => {
    const facts = ['a', 'b', 'c'].map((id) => aFact({ entryId: id, projectName: `项目${id}` }))
    const { entryIds, blocked } = rowsOf(facts, { maxRows: 2 })
    expect(entryIds).toEqual(['a', 'b'])
    expect(blocked).toMatchObject([{ entryId: 'c', code: 'over-max-rows', params: { most: 2 } }])
  })

  test('hours become whole as the rule says, and the difference is listed', () => {
    const { rows, differences, rounding } = rowsOf([aFact({ hours: 15.5, credits: 2.58 })])
    expect(rows[0]?.slice(8, 10)).toEqual(['15', '2'])
    expect(differences).toMatchObject([
      { name: '林知远', header: '培训获得学时', registered: 15.5, exported: 15 },
      { name: '林知远', header: '培训获得学分', registered: 2.58, exported: 2 },
    ])
    expect(rounding).toBe('down')
  })

  test('a profile’s own rounding goes before the rule’s', () => {
    const { rows, rounding } = rowsOf([aFact({ hours: 15.5 })], { rounding: 'up' })
    expect(rows[0]?.[8]).toBe('16')
    expect(rounding).toBe('up')
  })

  test('a project name that looks like a formula is neutralised and listed', () => {
    const { rows, neutralised: listed } = rowsOf([aFact({ projectName: '=HYPERLINK("x")' })])
    expect(rows[0]?.[5]).toBe(`'=HYPERLINK("x")`)
    expect(listed).toMatchObject([{ entryId: 'h1', header: '培训项目名称' }])
  })

  test('everybody is either in the file or blocked, and no row is short of a cell', () => {
    const anyFact = fc.record({
      name: fc.constantFrom('林知远', '', '=1', '欧阳·买买提'),
      docNo: fc.constantFrom('411003198001010010', '411003198001010029', ''),
      category: fc.constantFrom('40', '50', ''),
      hours: fc.integer({ min: -100, max: 2000 }).map((n) => n / 100),
      isDocumentValid: fc.boolean(),
      projectName: fc.constantFrom('项目一', '项目二', '@三'),
    })
    fc.assert(
      fc.property(
        fc.array(anyFact, { maxLength: 15 }),
        fc.option(fc.integer({ min: 1, max: 5 })),
        (made, maxRows) => {
          const facts = made.map((changes, i) => aFact({ ...changes, entryId: `h${i}` }))
          const { header, rows, entryIds, blocked, differences } = rowsOf(facts, { maxRows })
          const named = [...entryIds, ...new Set(blocked.map((b) => b.entryId))]
          expect(named.toSorted()).toEqual(facts.map((f) => f.entryId).toSorted())
          expect(rows).toHaveLength(entryIds.length)
          expect(rows.length).toBeLessThanOrEqual(maxRows ?? Infinity)
          for (const row of rows) expect(row).toHaveLength(header.length)
          for (const d of differences) expect(d.registered - d.exported).toBeLessThan(1)
        },
      ),
    )
  })
})

describe('neutralised', () => {
  test.each(['=1+1', '+86', '-1', '@SUM', '\t=1', '\r=1', '\n=1'])(
    '%j gets an apostrophe in front',
    (value) => {
      expect(neutralised(value)).toBe(`'${value}`)
    },
  )

  test.each(['', '林知远', '1-2', '411003198001010010', "'quoted"])(
    '%j stays as it is',
    (value) => {
      expect(neutralised(value)).toBe(value)
    },
  )
})
