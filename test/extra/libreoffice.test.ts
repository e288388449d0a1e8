import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCsv } from '#electron/documents/read-csv'
import { writeWorkbook } from '#electron/documents/write-workbook'
import { runProgram } from './program.ts'

test('another office program reads every cell of an exported workbook as it was written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xuncheng-extra-'))
  const header = ['教师姓名', '教师身份证号', '培训获得学时']
  const rows = [
    ['𠮷野·艾力', '41109919890113407X', '8'],
    ["'=1+1", '411099196705194009', '16'],
  ]
  try {
    const bytes = await writeWorkbook({ sheetName: '国内培训', header, rows })
    writeFileSync(join(folder, 'hours.xlsx'), bytes)
    const args = [
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      folder,
    ]
    runProgram('soffice', 'libreoffice-calc', [...args, join(folder, 'hours.xlsx')])
    const read = readCsv(readFileSync(join(folder, 'hours.csv')))
    expect(read.ok && read.value[0]?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual(
      [header, ...rows],
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
