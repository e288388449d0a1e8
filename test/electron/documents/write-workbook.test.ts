import { describe, expect, test, vi } from 'vitest'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { unzip } from '#electron/documents/unzip'
import { readBackRows, writeWorkbook } from '#electron/documents/write-workbook'
import { nationalProfile } from '#shared/exports/profile'
import { exportRows } from '#shared/exports/rows'
import { aFact, codeTables } from '#test/shared/exports/builders'

async function sheetOf(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('a workbook has a sheet')
  return sheet
}

/** The sheet as it stands in the file: the library does not show a merge of one cell, Excel balks at it. */
async function sheetXml(bytes: Uint8Array) {
  const limits = { entries: 50, entryBytes: 1_000_000, totalBytes: 5_000_000 }
  const unpacked = await unzip(bytes, limits)
  if (!unpacked.ok) throw new Error(unpacked.refusal.code)
  return new TextDecoder().decode(unpacked.value.get('xl/worksheets/sheet1.xml'))
}

const small = {
  sheetName: '名单',
  header: ['姓名', '证件号'],
  rows: [['林知远', '411003198001010010']],
}

describe('writeWorkbook', () => {
  test('the national file holds exactly these cells', async () => {
    const { header, rows } = exportRows({
      profile: nationalProfile,
      codeTables,
      rounding: 'down',
      facts: [
        aFact(),
        aFact({
          entryId: 'h2',
          name: '古丽·阿依𠮷',
          docNo: '41100319900307002X',
          hours: 12.5,
          credits: 2,
          mode: '3',
        }),
        aFact({ entryId: 'h3', docNo: '411003198505050037', projectName: '-提升班', hours: 0 }),
      ],
    })
    const bytes = await writeWorkbook({ sheetName: nationalProfile.sheetName, header, rows })
    expect(await readBackRows(bytes)).toEqual([
      [
        '教师姓名',
        '身份证件类型',
        '教师身份证号',
        '培训年度',
        '培训类别',
        '培训项目名称',
        '培训机构名称',
        '培训方式',
        '培训获得学时',
        '培训获得学分',
        '培训开始日期',
        '培训结束日期',
      ],
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
      [
        '古丽·阿依𠮷',
        '1',
        '41100319900307002X',
        '2024',
        '40',
        '初中数学骨干教师培训',
        '建安区教师进修学校',
        '3',
        '12',
        '2',
        '2024-04-15',
        '2024-04-16',
      ],
      [
        '林知远',
        '1',
        '411003198505050037',
        '2024',
        '40',
        "'-提升班",
        '建安区教师进修学校',
        '2',
        '0',
        '',
        '2024-04-15',
        '2024-04-16',
      ],
    ])
  })

  test('every cell is a text cell, identity numbers and empty cells too', async () => {
    const sheet = await sheetOf(
      await writeWorkbook({ ...small, rows: [['', '411003198001010010']] }),
    )
    const cells = [1, 2].flatMap((row) => [1, 2].map((column) => sheet.getCell(row, column)))
    expect(cells.map((cell) => cell.numFmt)).toEqual(['@', '@', '@', '@'])
    expect(cells.map((cell) => typeof cell.value)).not.toContain('number')
    expect(sheet.getCell('B2').value).toBe('411003198001010010')
  })

  test('the header is bold and stays in sight, wide columns have room', async () => {
    const sheet = await sheetOf(await writeWorkbook(small))
    expect(sheet.getRow(1).getCell(1).font.bold).toBe(true)
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
    expect(sheet.getColumn(2).width).toBe(20)
    expect(sheet.getColumn(1).width).toBe(10)
  })

  test('a Chinese sign has the room of two Latin ones', async () => {
    const content = { sheetName: 'x', header: ['项目名称'], rows: [['初中数学骨干教师培训班第']] }
    const sheet = await sheetOf(await writeWorkbook(content))
    expect(sheet.getColumn(1).width).toBe(26)
  })

  test('no column is wider than a page', async () => {
    const sheet = await sheetOf(await writeWorkbook({ ...small, rows: [['训'.repeat(90), '']] }))
    expect(sheet.getColumn(1).width).toBe(40)
  })

  test('a title stands above the header across all columns', async () => {
    const bytes = await writeWorkbook({ ...small, title: '学员名单' })
    expect(await readBackRows(bytes)).toEqual([['学员名单', ''], small.header, ...small.rows])
    const sheet = await sheetOf(bytes)
    expect(sheet.getCell('B1').master.address).toBe('A1')
    expect(await sheetXml(bytes)).toContain('mergeCell')
    expect(sheet.views).toMatchObject([{ ySplit: 2 }])
  })

  test('a title above one column needs nothing merged', async () => {
    const bytes = await writeWorkbook({
      sheetName: 'x',
      title: '名单',
      header: ['姓名'],
      rows: [['林知远']],
    })
    expect(await readBackRows(bytes)).toEqual([['名单'], ['姓名'], ['林知远']])
    expect(await sheetXml(bytes)).not.toContain('mergeCell')
  })

  test.each([
    ['第一期/第二期?', '第一期_第二期_'],
    ["'引'", '_引_'],
    ['', '_'],
    ['History', 'History_'],
    ['训'.repeat(40), '训'.repeat(31)],
  ])('the sheet name %j becomes %j', async (sheetName, expected) => {
    const warned = vi.spyOn(console, 'warn')
    expect((await sheetOf(await writeWorkbook({ ...small, sheetName }))).name).toBe(expected)
    expect(warned).not.toHaveBeenCalled()
  })
})

describe('readBackRows', () => {
  test.each([
    'line one\nline two',
    'carriage\rreturn\r\n',
    ' blanks around ',
    '_x0041_ looks like an escape',
    '_x005F_x0041_',
    'bell\u0007 and delete\u007f',
    'half a pair \ud842',
    'never a sign \uffff',
    '<a href="x">&amp;</a>',
    '龘䶮𠮷𫝀·㐂',
    '=1+1',
    '00123',
    '1e5',
  ])('%j comes back as it was written', async (value) => {
    const content = { sheetName: 'x', header: ['值'], rows: [[value], ['end']] }
    expect(await readBackRows(await writeWorkbook(content))).toEqual([['值'], [value], ['end']])
  })

  test('any matrix comes back with every row and cell', async () => {
    const anyRow = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), {
      minLength: 3,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 6 }), async (rows) => {
        const header = ['甲', '乙', '丙']
        expect(await readBackRows(await writeWorkbook({ sheetName: 'x', header, rows }))).toEqual([
          header,
          ...rows,
        ])
      }),
      { numRuns: 60 },
    )
  })

  test('a cell that is not text is told apart', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('x').addRow(['411003198001010010', 4.11003198001e17])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    expect(await readBackRows(bytes)).toEqual([['411003198001010010', '#number']])
  })

  test('a workbook without a sheet has no rows', async () => {
    const bytes = new Uint8Array(await new ExcelJS.Workbook().xlsx.writeBuffer())
    expect(await readBackRows(bytes)).toEqual([])
  })
})
