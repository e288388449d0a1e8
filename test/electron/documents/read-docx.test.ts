import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocx } from '#electron/documents/read-docx'
import { cell, docxOf, packageOf, paragraph, table } from '#test/electron/documents/package-of'

async function read(bytes: Uint8Array) {
  const result = await readDocx(bytes)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function textsOf(body: string): Promise<readonly (readonly string[])[]> {
  const { sheets } = await read(docxOf(body))
  return sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const result = await readDocx(bytes)
  return result.ok ? 'read' : result.refusal.code
}

describe('readDocx', () => {
  test('reads the table and the text of a real plan', async () => {
    const { sheets, paragraphs } = await read(
      readFileSync('test/fixtures/plan/2024年教师培训工作计划.docx'),
    )
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['table-1', 15]])
    expect(sheets[0]?.rows[1]?.cells[1]?.text).toBe('区级中小学骨干教师、名师培训\n（第四期）')
    expect(paragraphs.at(-1)).toBe('备注：如培训时间调整，请以实际开班时间为准。')
  })

  test('the document may lie anywhere in the package', async () => {
    const { paragraphs } = await read(docxOf(paragraph('计划'), 'text/main1.xml'))
    expect(paragraphs).toEqual(['计划'])
  })

  test('paragraphs, breaks and tabs of a cell stay apart', async () => {
    const inside = `${paragraph('骨干教师\n培训')}<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>
      <w:r><w:t>第一期</w:t><w:tab/><w:t>4</w:t><w:noBreakHyphen/><w:t>6月</w:t></w:r></w:p><w:p/>`
    expect(await textsOf(table([`<w:tc>${inside}</w:tc>`]))).toEqual([
      ['骨干教师\n培训\n第一期\t4-6月'],
    ])
  })

  test('cells that span columns and rows become merges with one text', async () => {
    const body = table(
      [cell('安排表', '<w:gridSpan w:val="3"/>')],
      [cell('1'), cell('骨干', '<w:vMerge w:val="restart"/>'), cell('4月')],
      [cell('2'), cell('藏', '<w:vMerge/>'), cell('5月')],
      [cell('3'), cell('校长', '<w:vMerge w:val="restart"/>'), cell('6月')],
    )
    const { sheets } = await read(docxOf(body))
    expect(sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 2, left: 2, bottom: 3, right: 2 },
    ])
    expect(await textsOf(body)).toEqual([
      ['安排表', '', ''],
      ['1', '骨干', '4月'],
      ['2', '', '5月'],
      ['3', '校长', '6月'],
    ])
  })

  test('a row that begins further right keeps its columns', async () => {
    const body = `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('5月')}</w:tr></w:tbl>`
    expect(await textsOf(body)).toEqual([['', '', '5月']])
  })

  test('rows keep their own numbers when one between them is empty', async () => {
    const { sheets } = await read(docxOf(table([cell('1')], [cell('')], [cell('2')])))
    expect(sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 3])
  })

  test('what a reader deleted is left out, what was inserted is kept', async () => {
    const inside = `<w:p><w:r><w:t>约</w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del>
      <w:ins><w:r><w:t>120</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>0</w:t></w:r>
      <w:hyperlink><w:r><w:t>人</w:t></w:r></w:hyperlink></w:p>`
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell('删去')}</w:tr>`
    const body = `<w:tbl><w:tr><w:tc>${inside}</w:tc></w:tr>${deleted}</w:tbl>`
    expect(await textsOf(body)).toEqual([['约120人']])
  })

  test('content controls are looked through, their grey hints are not read', async () => {
    const control = (properties: string, content: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const hint = control('<w:showingPlcHdr/>', '<w:r><w:t>单击此处</w:t></w:r>')
    const row = `<w:tr>${control('', cell('1'))}<w:tc><w:p>${hint}</w:p></w:tc></w:tr>`
    expect(await textsOf(control('', `<w:tbl>${control('', row)}</w:tbl>`))).toEqual([['1', '']])
  })

  test('a table in a cell is text of that cell, not a table of its own', async () => {
    const inner = table([cell('上午'), cell('讲座')], [cell('下午'), cell('研讨')])
    expect(await textsOf(table([`<w:tc>${paragraph('安排')}${inner}<w:p/></w:tc>`]))).toEqual([
      ['安排\n上午 讲座\n下午 研讨'],
    ])
  })

  test('two tables are two sheets', async () => {
    const { sheets } = await read(docxOf(table([cell('一')]) + table([cell('二')])))
    expect(sheets.map(({ name }) => name)).toEqual(['table-1', 'table-2'])
  })

  test('an empty file, an old .doc and a text are refused by name', async () => {
    const ole = Buffer.from('D0CF11E0A1B11AE1', 'hex')
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await refusalOf(new Uint8Array())).toBe('file-empty')
    expect(await refusalOf(ole)).toBe('file-kind-unknown')
    expect(await refusalOf(locked)).toBe('file-encrypted')
    expect(await refusalOf(Buffer.from('培训计划'))).toBe('file-kind-unknown')
  })

  test('a workbook and a plain zip are no Word documents', async () => {
    const workbook = readFileSync('test/fixtures/plan/2024年教师培训工作安排表.xlsx')
    expect(await refusalOf(workbook)).toBe('file-kind-unknown')
    expect(await refusalOf(packageOf([{ name: 'a.txt', content: 'a' }]))).toBe('file-kind-unknown')
  })

  test('a cut file and broken marks are unreadable', async () => {
    const whole = docxOf(paragraph('计划'))
    expect(await refusalOf(whole.subarray(0, whole.length - 30))).toBe('file-unreadable')
    expect(await refusalOf(docxOf('<w:p>'))).toBe('file-unreadable')
    expect(await refusalOf(docxOf('<w:p>&nothing;</w:p>'))).toBe('file-unreadable')
  })

  test('a text nested without end is refused before it is walked', async () => {
    const deep = '<w:sdt>'.repeat(20_000) + '</w:sdt>'.repeat(20_000)
    expect(await refusalOf(docxOf(deep))).toBe('file-unreadable')
  })
})
