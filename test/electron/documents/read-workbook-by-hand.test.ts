import fc from 'fast-check'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '#shared/core/sheets'
import { readWorkbook } from '#electron/documents/read-workbook'
import {
  rowXml,
  sheetXml,
  workbookByHand,
  workbookOf,
  zipByHand,
} from '#test/electron/documents/zip-by-hand'

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const result = await readWorkbook(bytes)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readWorkbook(bytes)
  return result.ok ? 'read' : result.refusal.code
}

/** The rows of all sheets: number, then `text kind` of each cell. */
async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly (string | number)[])[]> {
  const sheets = await sheetsOf(bytes)
  return sheets.flatMap(({ rows }) =>
    rows.map(({ number, cells }) => [number, ...cells.map(({ text, kind }) => `${text} ${kind}`)]),
  )
}

/** The first row of a workbook with these cells. */
async function cellsOf(cells: string, more: { strings?: string; styles?: string } = {}) {
  const xml = sheetXml(`<row r="1">${cells}</row>`)
  const [row] = await rowsOf(workbookOf({ sheets: [{ xml }], ...more }))
  return row?.slice(1)
}

describe('readWorkbook: what is in the package', () => {
  test('sheets are found by their relationships, whatever their parts are called', async () => {
    const sheets = await sheetsOf(
      workbookOf({
        place: 'book/main.xml',
        sheets: [
          { name: '甲', xml: sheetXml(rowXml(['一'])), part: 'tab-one.xml' },
          { name: '图', xml: '<chartsheet/>', part: 'c.xml', kind: 'chartsheet' },
          { name: '乙', xml: sheetXml(rowXml(['二'])), part: 'sheets/Sheet2.xml' },
        ],
      }),
    )
    expect(sheets.map(({ name, rows }) => `${name} ${rows[0]?.cells[0]?.text ?? ''}`)).toEqual([
      '甲 一',
      '乙 二',
    ])
  })

  test('a part is found whatever its case, with or without the folder before it', async () => {
    for (const target of [
      'Worksheets/SHEET1.xml',
      './worksheets/sheet1.xml',
      '/XL/worksheets/sheet1.xml',
    ])
      expect(
        await rowsOf(workbookOf({ sheets: [{ xml: sheetXml(rowXml(['甲'])), target }] })),
      ).toEqual([[1, '甲 text']])
  })

  test('the strict kind, prefixes before every name and UTF-16 are the same workbook', async () => {
    const usual = sheetXml(rowXml(['王芳']))
    const strict = usual.replace(
      /xmlns="[^"]*"/,
      'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
    )
    const prefixed = usual.replaceAll(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
    const comment = usual.replace('<sheetData>', '<!-- <row><v> --><sheetData>')
    for (const xml of [strict, prefixed, comment])
      expect(await rowsOf(workbookOf({ sheets: [{ xml }] }))).toEqual([[1, '王芳 text']])
  })

  test('hidden sheets and rows are read and known as such', async () => {
    const [shown, hidden, deep] = await sheetsOf(
      workbookOf({
        sheets: [
          { xml: sheetXml(rowXml(['甲']) + rowXml(['乙'], 'hidden="1"')) },
          { xml: sheetXml(rowXml(['丙'])), state: 'hidden' },
          { xml: sheetXml(rowXml(['丁'])), state: 'veryHidden' },
        ],
      }),
    )
    expect(shown?.rows.map((row) => row.isHidden ?? false)).toEqual([false, true])
    expect([shown, hidden, deep].map((sheet) => sheet?.isHidden ?? false)).toEqual([
      false,
      true,
      true,
    ])
  })

  test('a sheet that is named but not there is damage, not an empty sheet', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const lost = zipByHand({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="gone.xml"/></Relationships>`,
    })
    expect(await codeOf(lost)).toBe('file-unreadable')
    expect(await codeOf(workbookOf({ sheets: [{ xml: '<worksheet>' }] }))).toBe('file-unreadable')
    expect(await codeOf(workbookOf({ sheets: [{ xml: '<html/>' }] }))).toBe('file-unreadable')
  })

  test('a document type of its own is refused before its entities grow', async () => {
    const xml = `<!DOCTYPE a [<!ENTITY b "c">]>${sheetXml(rowXml(['&b;']))}`
    expect(await codeOf(workbookOf({ sheets: [{ xml }] }))).toBe('file-unreadable')
    const unused = `<!DOCTYPE a>${sheetXml(rowXml(['甲']))}`
    expect(await codeOf(workbookOf({ sheets: [{ xml: unused }] }))).toBe('file-unreadable')
  })

  test('rows that the reader did not see are a refusal', async () => {
    const outside = sheetXml(rowXml(['甲'])).replace(
      '</worksheet>',
      '<other xmlns="urn:else"><row><v>1</v></row></other></worksheet>',
    )
    expect(await codeOf(workbookOf({ sheets: [{ xml: outside }] }))).toBe('file-unreadable')
  })
})

describe('readWorkbook: rows and cells', () => {
  test('places that are not written are counted', async () => {
    const rows =
      '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    expect(await rowsOf(workbookByHand(rows))).toEqual([
      [1, '1 number', ' text', '2 number'],
      [4, ' text', '3 number', '4 number'],
      [5, '5 number'],
    ])
  })

  test('two rows of one number are two rows, and none is overwritten', async () => {
    const rows = [1, 2, 2, 3].map((number) => rowXml([`第${number}`], `r="${number}"`)).join('')
    expect(await rowsOf(workbookByHand(rows))).toEqual([
      [1, '第1 text'],
      [2, '第2 text'],
      [3, '第2 text'],
      [4, '第3 text'],
    ])
  })

  test('two cells at one place are shown both, as no name and no number', async () => {
    expect(await cellsOf('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')).toEqual(['1 2 other'])
  })

  test('runs of a string are joined, what is said of its pronunciation is not', async () => {
    const strings =
      '<si><r><t>王</t></r><r><rPr><b/></rPr><t>富贵</t></r></si><si><t>李时</t><rPh sb="0" eb="1"><t>リシ</t></rPh></si>'
    const inside = '<c t="inlineStr"><is><t>周</t><rPh><t>ジ</t></rPh><r><t>公瑾</t></r></is></c>'
    const cells = `<c t="s"><v>0</v></c><c t="s"><v>1</v></c>${inside}<c t="s"><v>99</v></c>`
    expect(await cellsOf(cells, { strings })).toEqual([
      '王富贵 text',
      '李时 text',
      '周公瑾 text',
      '#99 other',
    ])
  })

  test('characters that are written as codes are decoded', async () => {
    expect(
      await cellsOf('<c t="inlineStr"><is><t>赵_x000D_\n六_x005F_x0041_</t></is></c>'),
    ).toEqual(['赵\r\n六_x0041_ text'])
  })

  test('a formula that was never worked out is shown, one that gave nothing is empty', async () => {
    const cells =
      '<c t="str"><f>B2&amp;C2</f></c><c><f>B2</f><v></v></c><c t="str"><f>IF(1,"")</f><v></v></c><c><f t="shared" si="0"/></c><c t="e"><f>A1</f><v>#REF!</v></c>'
    expect(await cellsOf(cells)).toEqual([
      '=B2&C2 other',
      '=B2 other',
      ' text',
      '= other',
      '#REF! other',
    ])
  })

  test('dates are known by built-in and own formats, numbers that are no date stay numbers', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="181" formatCode="0&quot;days&quot;"/><numFmt numFmtId="182" formatCode="[Red]0.0"/><numFmt numFmtId="183" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>' +
      [0, 14, 57, 180, 181, 182, 183].map((id) => `<xf numFmtId="${id}"/>`).join('') +
      '</cellXfs>'
    const day = (style: number, value = '45398.5'): string => `<c s="${style}"><v>${value}</v></c>`
    expect(
      await cellsOf([0, 1, 2, 3, 4, 5, 6].map((style) => day(style)).join(''), { styles }),
    ).toEqual(
      ['number', 'date', 'date', 'date', 'number', 'number', 'date'].map((kind) =>
        kind === 'date' ? '2024-04-16 12:00:00 date' : '45398.5 number',
      ),
    )
    const odd = ['411003198001011237', '-5', '0.25', '1', '60', '61'].map((value) => day(1, value))
    expect(await cellsOf(odd.join(''), { styles })).toEqual([
      '411003198001011264 number',
      '-5 number',
      '06:00:00 date',
      '1900-01-01 date',
      '1900-02-29 date',
      '1900-03-01 date',
    ])
    expect(await cellsOf('<c t="d"><v>1980-01-01T00:00:00</v></c><c t="b"><v>0</v></c>')).toEqual([
      '1980-01-01 date',
      'FALSE other',
    ])
  })

  test('a workbook that counts its days from 1904 gives the same dates', async () => {
    const bytes = workbookOf({
      before: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      sheets: [{ xml: sheetXml('<row><c s="0"><v>43936</v></c></row>') }],
    })
    expect(await rowsOf(bytes)).toEqual([[1, '2024-04-16 date']])
  })
})

describe('readWorkbook: its limits', () => {
  test('lists and merges over whole columns cost nothing and reach as far as there are cells', async () => {
    const behind =
      '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B1:XFD1048576"/><mergeCell ref="H9:XFD1048576"/></mergeCells><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"男,女"</formula1></dataValidation></dataValidations>'
    const xml = sheetXml(rowXml(['甲', '乙']) + rowXml(['丙']), behind)
    const [sheet] = await sheetsOf(workbookOf({ sheets: [{ xml }] }))
    expect(sheet?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }])
  })

  test('more than 200,000 rows and a text longer than a cell are too large', async () => {
    const row = '<row><c><v>1</v></c></row>'
    expect(await codeOf(workbookByHand(row.repeat(200_000)))).toBe('read')
    expect(await codeOf(workbookByHand(row.repeat(200_001)))).toBe('file-too-large')
    const long = '长'.repeat(32_768)
    expect(await codeOf(workbookByHand(rowXml([long.slice(1)])))).toBe('read')
    expect(await codeOf(workbookByHand(rowXml([long])))).toBe('file-too-large')
    const strings = `<si><t>${long}</t></si>`
    const shared = workbookOf({ strings, sheets: [{ xml: sheetXml('<row/>') }] })
    expect(await codeOf(shared)).toBe('file-too-large')
  })

  test('empty rows to the end of the sheet are no rows', async () => {
    const rows = rowXml(['甲']) + '<row><c s="1"/></row>'.repeat(200_001)
    expect(await rowsOf(workbookByHand(rows))).toEqual([[1, '甲 text']])
  })
})

describe('readWorkbook: its law', () => {
  test('whatever texts and numbers the writer of workbooks puts down are read back', async () => {
    const value = fc.oneof(
      fc.string({
        unit: fc.constantFrom('张', '𠮷', ' ', '\n', 'a', '&', '<', '"', "'", '·', '0'),
      }),
      fc.integer(),
      fc.integer().map((thousandths) => thousandths / 1000),
      fc.constant(null),
    )
    const matrix = fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(matrix, async (rows) => {
        const workbook = new ExcelJS.Workbook()
        workbook.addWorksheet('表').addRows(rows)
        const read = await readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()))
        const shown = (cell: string | number | null): string =>
          typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : (cell ?? '')
        const written = rows.flatMap((row, i) =>
          row.flatMap((cell, j) =>
            shown(cell) === '' ? [] : [[i + 1, j + 1, shown(cell)] as const],
          ),
        )
        const isEmpty = written.every(([, , text]) => text.trim() === '')
        if (isEmpty) expect(read.ok ? 'read' : read.refusal.code).toBe('file-empty')
        const sheets = read.ok ? read.value : []
        const texts = sheets.flatMap((sheet) =>
          sheet.rows.flatMap(({ number, cells }) =>
            cells.flatMap(({ text, kind }, j) =>
              text === ''
                ? []
                : [
                    [
                      number,
                      j + 1,
                      kind === 'number' ? String(Number(Number(text).toPrecision(15))) : text,
                    ],
                  ],
            ),
          ),
        )
        const blank = new Set(
          rows.flatMap((row, i) => (row.every((cell) => shown(cell).trim() === '') ? [i + 1] : [])),
        )
        expect(texts).toEqual(written.filter(([number]) => !blank.has(number)))
      }),
      { numRuns: 60 },
    )
  })
})
