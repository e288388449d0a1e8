import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '#electron/documents/read-table'
import { checkDigitOf } from '#shared/people/document-number'
import { examineRoster } from '#shared/sessions/roster-doctor'
import { rowXml, sheetXml, workbookOf } from '#test/electron/documents/zip-by-hand'

/** The number of the nth invented person. */
function numberOf(n: number): string {
  const first17 = `41109919800101${String(n).padStart(3, '0')}`
  return first17 + checkDigitOf(first17)
}

const header = ['序号', '姓名', '单位', '身份证号']
const families = Array.from('王李张刘陈杨赵黄周吴')

/** A line of a roster: a person by an index of their own, or what stands between people. */
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constant('person' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('header', 'unknown-header', 'total', 'note', 'signature'),
  },
)
const sheet = fc.record({
  lines: fc.array(line, { maxLength: 10 }),
  isHidden: fc.boolean(),
  hasHeader: fc.boolean(),
  numbering: fc.constantFrom('none', 'right', 'all-one'),
  part: fc.constantFrom('worksheets/sheet', 'tab-', 'x/Sheet'),
})

const between: Readonly<Record<string, readonly string[]>> = {
  header,
  'unknown-header': ['次序', '谁', '哪里', '号码'],
  total: ['合计', '', '', ''],
  note: ['说明：请核对', '', '', ''],
  signature: ['填表人：某', '', '', '2025-03-04'],
}

describe('a roster in any workbook', () => {
  test('every person of the file stands in exactly one row that is clean, held or a repeat', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 4 }), async (sheets) => {
        let people = 0
        const person = (): readonly string[] => {
          people++
          return [String(people), `${families[people % 10] ?? ''}某`, '某校', numberOf(people)]
        }
        const parts = sheets.map(({ lines, isHidden, hasHeader, numbering, part }, i) => {
          const rows = lines.map((kind) => (kind === 'person' ? person() : (between[kind] ?? [])))
          const written = [...(hasHeader || i === 0 ? [header] : []), ...rows].map((texts, row) =>
            rowXml(texts, { none: '', right: `r="${row + 1}"`, 'all-one': 'r="1"' }[numbering]),
          )
          const state = isHidden ? { state: 'hidden' } : {}
          return {
            name: `表${i}`,
            xml: sheetXml(written.join('')),
            part: `${part}${i}.xml`,
            ...state,
          }
        })
        const read = await readTable(workbookOf({ sheets: parts }), '名单.xlsx')
        const examined = read.ok ? examineRoster(read.value) : read
        if (!examined.ok) throw new Error(examined.refusal.code)
        const { rows, clean, held, ignored } = examined.value
        expect(clean.length + held.length + ignored.length).toBe(rows)
        const places = [...clean, ...held].map((one) => `${one.sheet} ${one.row}`)
        expect(new Set(places).size).toBe(places.length)
        const unknown = held.filter(({ code }) => code === 'id-missing').length
        expect(clean.length + held.length - unknown).toBe(people)
      }),
    )
  })
})
