import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readCsv } from '#electron/documents/read-csv'

type Table = readonly (readonly string[])[] | string

function tableOf(content: string | Uint8Array): Table {
  const result = readCsv(typeof content === 'string' ? Buffer.from(content) : content)
  if (!result.ok) return result.refusal.code
  return result.value.flatMap((sheet) =>
    sheet.rows.map((row) => row.cells.map((cell) => cell.text)),
  )
}

const table = [
  ['姓名', '单位'],
  ['张伟', '某校'],
]
const text = '姓名,单位\r\n张伟,某校\r\n'

describe('readCsv', () => {
  test('UTF-8 with and without its mark, UTF-16 with its mark and GB18030 are told apart', () => {
    expect(tableOf(text)).toEqual(table)
    expect(tableOf(`\uFEFF${text}`)).toEqual(table)
    expect(tableOf(iconv.encode(text, 'gb18030'))).toEqual(table)
    expect(tableOf(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual(table)
    expect(tableOf(iconv.encode(text, 'utf-16be', { addBOM: true }))).toEqual(table)
  })

  test('a rare name survives GB18030', () => {
    expect(tableOf(iconv.encode('姓名,单位\n𠮷田,某校', 'gb18030'))).toEqual([
      ['姓名', '单位'],
      ['𠮷田', '某校'],
    ])
  })

  test('commas, tabs and semicolons separate, whichever stands most often', () => {
    expect(tableOf('姓名\t单位\n张伟\t某校,分校')).toEqual([
      ['姓名', '单位'],
      ['张伟', '某校,分校'],
    ])
    expect(tableOf('姓名;单位\n张伟;某校')).toEqual(table)
  })

  test('quotes hold separators, line breaks and doubled quotes', () => {
    expect(tableOf('"张,伟","某\n校","说""好"""\n乙,,')).toEqual([
      ['张,伟', '某\n校', '说"好"'],
      ['乙', '', ''],
    ])
  })

  test('a number kept as a formula comes as it was written', () => {
    expect(tableOf('姓名,号码\n张伟,="41109919960125404X"')).toEqual([
      ['姓名', '号码'],
      ['张伟', '="41109919960125404X"'],
    ])
  })

  test('every cell is a text, and a row has the number a spreadsheet would show', () => {
    const result = readCsv(Buffer.from('姓名,号码\r\n\r\n,\r\n张伟,411099198307224000'))
    const rows = result.ok ? result.value[0]?.rows : []
    expect(rows?.map((row) => row.number)).toEqual([1, 4])
    expect(rows?.[1]?.cells[1]).toEqual({ text: '411099198307224000', kind: 'text' })
  })

  test('a quote that is never closed is refused, for the rest would vanish into one cell', () => {
    expect(tableOf('姓名,单位\n"张伟,某校\n李娜,某校')).toBe('file-unreadable')
  })

  test('lost quotes that swallow lines of the table are refused, wherever they stand', () => {
    const lines = ['序号,姓名,号码,备注', '1,张伟,41,', '2,李娜,42,', '3,王芳,43,']
    const withQuotes = (from: number, to: number): string =>
      lines
        .map((line, i) =>
          line
            .split(',')
            .map((field, j) => (i > 0 && [from, to][i - 1] === j ? `"${field}` : field))
            .join(','),
        )
        .join('\n')
    const ending = lines.map((line, i) => (i === 1 ? `${line}"骨干` : i === 3 ? `${line}"` : line))
    expect(tableOf(ending.join('\n'))).toBe('file-unreadable')
    for (const from of [0, 1, 2, 3])
      for (const to of [0, 1, 2, 3]) expect(tableOf(withQuotes(from, to))).toBe('file-unreadable')
    const closed = '序号,姓名,单位,号码\n1,张伟,"一中,41\n2,李娜,二中",42\n'
    expect(tableOf(closed)).toBe('file-unreadable')
    const shifted = '序号,姓名,单位,号码\n1,张伟,41,"一中\n2,李娜",42,\n'
    expect(tableOf(shifted)).toBe('file-unreadable')
  })

  test('an address on two lines is one cell, commas and all', () => {
    expect(tableOf('姓名,单位,地址,电话\n张伟,某校,"某镇,某村\n某号",139')).toEqual([
      ['姓名', '单位', '地址', '电话'],
      ['张伟', '某校', '某镇,某村\n某号', '139'],
    ])
  })

  test('blanks alone are empty, bytes of no encoding are no text', () => {
    expect(tableOf(' \r\n\r\n')).toBe('file-empty')
    expect(tableOf(',,\n,,')).toBe('file-empty')
    expect(tableOf(new Uint8Array([0x50, 0x00, 0x01, 0x02]))).toBe('file-kind-unknown')
    expect(tableOf(new Uint8Array([0xff, 0xff, 0xff]))).toBe('file-kind-unknown')
  })

  test('whatever the cells, a table written with quotes is read back as it was', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('张', '"', ',', 'a', ' ', '\t') }),
      fc.string({ unit: fc.constantFrom('张', '"', '\n', '\r', 'a', ' ', '\t') }),
    )
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })
    fc.assert(
      fc.property(rows, (values) => {
        const content = values
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\r\n')
        const filled = values.filter((row) => row.some((value) => value.trim() !== ''))
        expect(tableOf(content)).toEqual(filled.length > 0 ? filled : 'file-empty')
      }),
    )
  })
})
