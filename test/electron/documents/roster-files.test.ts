import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readTable } from '#electron/documents/read-table'
import { examineRoster } from '#shared/sessions/roster-doctor'
import type { RosterExamination } from '#shared/sessions/roster-model'

const rosters = new URL('../../fixtures/rosters/', import.meta.url)

const expectedSchema = z.object({
  people: z.array(
    z.object({ name: z.string(), id: z.string(), school: z.string(), phone: z.string() }),
  ),
  planted: z.array(z.tuple([z.string(), z.string(), z.string()])),
  remarks: z.array(z.tuple([z.string(), z.string(), z.string()])),
})

async function examineFile(file: string): Promise<RosterExamination> {
  const sheets = await readTable(await readFile(new URL(file, rosters)), file)
  if (!sheets.ok) throw new Error(sheets.refusal.code)
  const result = examineRoster(sheets.value)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function expectedOf(file: string): Promise<z.infer<typeof expectedSchema>> {
  return expectedSchema.parse(JSON.parse(await readFile(new URL(file, rosters), 'utf8')))
}

const tags = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row) => row.join(' ')).toSorted()

describe('the summary of all townships', async () => {
  const { people, planted, remarks } = await expectedOf('初中数学-各乡镇汇总.expected.json')
  const examined = await examineFile('初中数学-各乡镇汇总.xlsx')
  const codeOfFault = (fault: string): string =>
    fault.startsWith('id damaged') ? 'id-damaged' : 'id-check-digit'

  test('every planted damage and wrong check digit is held, and no one else', () => {
    const faults = planted.filter(([, , fault]) => fault !== 'duplicate row')
    expect(examined.held).toHaveLength(9)
    expect(tags(examined.held.map(({ sheet, name, code }) => [sheet, name, code]))).toEqual(
      tags(faults.map(([sheet, name, fault]) => [sheet, name, codeOfFault(fault)])),
    )
  })

  test('every planted repeat is a duplicate of the line above it', () => {
    const repeats = planted.filter(([, , fault]) => fault === 'duplicate row')
    expect(examined.duplicates).toHaveLength(4)
    expect(tags(examined.duplicates.map(({ sheet, name }) => [sheet, name]))).toEqual(
      tags(repeats.map(([sheet, name]) => [sheet, name])),
    )
    expect(examined.duplicates.map(({ sheet, row }) => ({ sheet, row: row - 1 }))).toEqual(
      examined.duplicates.map((repeat) => repeat.sameAs),
    )
  })

  test('everyone else is clean, with number, name and the school of the merged cells', () => {
    const heldNames = new Set(examined.held.map(({ sheet, name }) => `${sheet} ${name}`))
    const rest = people.filter(
      ({ school, name }) =>
        ![...heldNames].some((tag) => {
          const [town = '', held = ''] = tag.split(' ')
          return held === name && school.startsWith(town)
        }),
    )
    expect(examined.clean).toHaveLength(141)
    expect(tags(examined.clean.map(({ docNo, name, unit }) => [docNo, name, unit]))).toEqual(
      tags(rest.map(({ id, name, school }) => [id, name, school])),
    )
  })

  test('the two phones cut short are the only remarks: all totals agree', () => {
    expect(
      tags(
        examined.remarks.map(({ sheet, code, params }) => [sheet, String(params['name']), code]),
      ),
    ).toEqual(tags(remarks.map(([sheet, name]) => [sheet, name, 'phone-wrong'])))
  })

  test('every line is accounted for: 15 totals and 15 notes beside the people', () => {
    const { rows, clean, ignored, held } = examined
    expect(clean.length + ignored.length + held.length).toBe(rows)
    const count = (code: string): number => ignored.filter((line) => line.code === code).length
    expect([count('total'), count('note'), count('duplicate')]).toEqual([15, 15, 4])
    expect(rows).toBe(184)
  })
})

describe('clean rosters', () => {
  test.each([
    ['初中数学-遴选50人.xlsx', 50],
    ['初中数学-遴选50人-GBK.csv', 50],
    ['小学语文数学-花名册.xlsx', 400],
  ])('%s is clean to the last row', async (file, people) => {
    const { rows, clean, ignored, held, repaired, remarks } = await examineFile(file)
    expect([rows, clean.length]).toEqual([people, people])
    expect([...ignored, ...held, ...repaired, ...remarks]).toEqual([])
  })
})
