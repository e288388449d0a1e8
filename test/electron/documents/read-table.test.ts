import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readTable } from '#electron/documents/read-table'

const rosters = new URL('../../fixtures/rosters/', import.meta.url)
const fixture = (name: string): Promise<Uint8Array> => readFile(new URL(name, rosters))

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readTable(bytes, '名单.xlsx')
  return result.ok ? 'read' : result.refusal.code
}

async function textsOf(name: string): Promise<readonly (readonly string[])[]> {
  const result = await readTable(await fixture(name), name)
  const sheets = result.ok ? result.value : []
  return sheets.flatMap((sheet) => sheet.rows.map((row) => row.cells.map((cell) => cell.text)))
}

const compound = (...parts: readonly Buffer[]): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), ...parts])

describe('readTable', () => {
  test('the content decides, not the name', async () => {
    const workbook = await readTable(await fixture('初中数学-遴选50人.xlsx'), '名单.csv')
    expect(workbook.ok && workbook.value.map((sheet) => sheet.name)).toEqual(['花名册'])
    const csv = await readTable(await fixture('初中数学-遴选50人-GBK.csv'), '名单.xlsx')
    expect(csv.ok && csv.value[0]?.rows).toHaveLength(51)
  })

  test('a text table is named after its file', async () => {
    const csv = await readTable(Buffer.from('姓名,单位'), '初中数学.名单.csv')
    expect(csv.ok && csv.value[0]?.name).toBe('初中数学.名单')
  })

  test('results of an exam and an export of a questionnaire can be read', async () => {
    const results = await textsOf('初中数学-成绩.xlsx')
    expect(results).toHaveLength(51)
    expect(results[1]).toEqual([
      '2024030000',
      '冯思远',
      '411099199602155502',
      '张潘镇第一初级中学',
      '58',
    ])
    const answers = await textsOf('初中数学-问卷星签到导出.xlsx')
    expect(answers).toHaveLength(50)
    expect(answers.map((row) => row[1])).toContain('2024/4/16 8:36:22')
  })

  test('a workbook with a password is told from an old one', async () => {
    expect(await codeOf(compound(Buffer.from('EncryptedPackage', 'utf16le')))).toBe(
      'file-encrypted',
    )
    expect(await codeOf(compound(Buffer.from('Workbook', 'utf16le')))).toBe('file-kind-unknown')
  })

  test('nothing, a web page and a picture are refused with the name of the file', async () => {
    expect(await readTable(new Uint8Array(), '名单.xlsx')).toEqual({
      ok: false,
      refusal: { code: 'file-empty', params: { file: '名单.xlsx' } },
    })
    expect(await codeOf(Buffer.from('<html><table><tr><td>姓名</td></tr></table>'))).toBe(
      'file-kind-unknown',
    )
    expect(await codeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe(
      'file-kind-unknown',
    )
  })
})
