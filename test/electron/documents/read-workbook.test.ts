import ExcelJS, { type CellValue } from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '#shared/core/sheets'
import { readWorkbook } from '#electron/documents/read-workbook'
import { workbookByHand, zipByHand } from '#test/electron/documents/zip-by-hand'

async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('表'))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function sheetOf(bytes: Uint8Array): Promise<Sheet> {
  const result = await readWorkbook(bytes)
  const sheet = result.ok ? result.value[0] : undefined
  if (!sheet) throw new Error(result.ok ? 'no sheet' : result.refusal.code)
  return sheet
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readWorkbook(bytes)
  return result.ok ? 'read' : result.refusal.code
}

/** The first cell of a workbook into which this value was written, as `text kind`. */
async function readBack(value: CellValue): Promise<string> {
  const sheet = await sheetOf(
    await written((into) => {
      into.getCell('A1').value = value
    }),
  )
  const cell = sheet.rows[0]?.cells[0]
  return cell ? `${cell.text} ${cell.kind}` : 'nothing'
}

describe('readWorkbook', () => {
  test('a long number comes in full digits and is known to be a number', async () => {
    expect(await readBack(411099198307224000)).toBe('411099198307224000 number')
    expect(await readBack(13936605802)).toBe('13936605802 number')
  })

  test('a number with a fraction shows what a spreadsheet shows', async () => {
    expect(await readBack(0.1 + 0.2)).toBe('0.3 number')
    expect(await readBack(86.5)).toBe('86.5 number')
    expect(await readBack(0.0000001)).toBe('0.0000001 number')
  })

  test('a date is a school date, with its time when it has one', async () => {
    expect(await readBack(new Date('2024-04-16T00:00:00Z'))).toBe('2024-04-16 date')
    expect(await readBack(new Date('2024-04-16T08:36:22Z'))).toBe('2024-04-16 08:36:22 date')
    expect(await readBack(new Date('1899-12-30T08:30:00Z'))).toBe('08:30:00 date')
  })

  test('a text keeps its blanks, breaks and rare characters', async () => {
    expect(await readBack(' 𠮷\n田 ')).toBe(' 𠮷\n田  text')
  })

  test('a formula gives its result, with the kind of the result', async () => {
    expect(await readBack({ formula: 'A2&A3', result: '张伟' })).toBe('张伟 text')
    expect(await readBack({ formula: 'A2*1', result: 411099198307224000 })).toBe(
      '411099198307224000 number',
    )
    expect(await readBack({ formula: 'A2', result: { error: '#REF!' } })).toBe('#REF! other')
  })

  test('coloured parts, links, errors and truth values come as words', async () => {
    expect(
      await readBack({ richText: [{ text: '张' }, { text: '伟', font: { bold: true } }] }),
    ).toBe('张伟 text')
    expect(await readBack({ text: '张伟', hyperlink: 'mailto:someone@example.org' })).toBe(
      '张伟 text',
    )
    expect(await readBack({ error: '#N/A' })).toBe('#N/A other')
    expect(await readBack(true)).toBe('TRUE other')
  })

  test('texts written inside the cell, and texts that a formula left behind, are read', async () => {
    const sheet = await sheetOf(
      workbookByHand(
        '<row r="3"><c r="A3" t="inlineStr"><is><t>张伟</t></is></c>' +
          '<c r="C3" t="str"><v>41109919960125404X</v></c></row>',
      ),
    )
    expect(sheet.rows).toEqual([
      {
        number: 3,
        cells: [
          { text: '张伟', kind: 'text' },
          { text: '', kind: 'text' },
          { text: '41109919960125404X', kind: 'text' },
        ],
      },
    ])
  })

  test('a merged range keeps its value in the first cell only', async () => {
    const sheet = await sheetOf(
      await written((into) => {
        into.getCell('B2').value = '某校'
        into.getCell('A4').value = '末行'
        into.mergeCells('B2:C3')
        into.mergeCells('AA1:AB1')
      }),
    )
    expect(sheet.merges).toEqual([
      { top: 1, left: 27, bottom: 1, right: 28 },
      { top: 2, left: 2, bottom: 3, right: 3 },
    ])
    const filled = sheet.rows.flatMap((row) =>
      row.cells.flatMap((cell, i) => (cell.text === '' ? [] : [`${row.number}:${i + 1}`])),
    )
    expect(filled).toEqual(['2:2', '4:1'])
  })

  test('blank rows are left out and the others keep their numbers', async () => {
    const sheet = await sheetOf(
      await written((into) => {
        into.getCell('A2').value = '甲'
        into.getCell('A3').value = '  '
        into.getCell('A5').value = '乙'
      }),
    )
    expect(sheet.rows.map((row) => row.number)).toEqual([2, 5])
  })

  test('a workbook in which no cell holds anything is empty', async () => {
    expect(await codeOf(await written(() => undefined))).toBe('file-empty')
    expect(
      await codeOf(
        await written((into) => {
          into.getCell('A1').value = ' '
        }),
      ),
    ).toBe('file-empty')
  })

  test('a package without sheets is no workbook, a broken one cannot be read', async () => {
    expect(await codeOf(zipByHand({ 'word/document.xml': '<document/>' }))).toBe(
      'file-kind-unknown',
    )
    const whole = await written((into) => {
      into.getCell('A1').value = '甲'
    })
    expect(await codeOf(whole.slice(0, whole.length / 2))).toBe('file-unreadable')
  })
})
