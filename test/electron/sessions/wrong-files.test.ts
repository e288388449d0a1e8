import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { resultOf } from '#electron/ipc/work'
import { aSession, cleanRoster, planDocx } from '#test/support/a-session'
import { aCore, aFolder, type Ask } from '#test/support/a-vault'
import { refused } from '#test/support/refused'

let ask: Ask
let sessionId: string
let entries: number
const folder = aFolder()

const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const oldWorkbook = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])

const files: readonly (readonly [string, string, () => Uint8Array | string])[] = [
  ['an empty file', 'file-empty', () => ''],
  [
    'a picture named as a workbook',
    'file-kind-unknown',
    () => Buffer.concat([picture, Buffer.alloc(64)]),
  ],
  [
    'a workbook cut off half-way',
    'file-unreadable',
    () => readFileSync(cleanRoster).subarray(0, 6000),
  ],
  ['a workbook of the old kind', 'file-kind-unknown', () => oldWorkbook],
  ['a letter', 'no-roster-header', () => '各位老师：\n请于周三到校。\n'],
  ['a Word document', 'file-kind-unknown', () => readFileSync(planDocx)],
]

beforeAll(async () => {
  const core = await aCore('wrong-files')
  ask = core.ask
  sessionId = (await aSession(ask)).id
  entries = (await ask.vault.verify()).journal.entries
})

const importing = async (path: string) =>
  resultOf(await ask.roster.import({ file: { kind: 'path', path }, sessionId }))

async function expectNobody(): Promise<void> {
  expect((await ask.roster.list({ sessionId })).learners).toEqual([])
  expect((await ask.vault.verify()).journal.entries).toBe(entries)
}

test.each(files)('%s is refused as %s, and nobody is enrolled', async (name, code, content) => {
  const path = join(folder, `${name}.xlsx`)
  writeFileSync(path, content())
  expect(await refused(importing(path))).toBe(code)
  await expectNobody()
})

test('a path that leads nowhere is refused as missing', async () => {
  expect(await refused(importing(join(folder, 'nowhere.xlsx')))).toBe('file-missing')
  expect(await refused(importing(join(folder, 'nowhere', 'deep.xlsx')))).toBe('file-missing')
  await expectNobody()
})

test('a folder is no file that can be read', async () => {
  const path = join(folder, 'folder.xlsx')
  mkdirSync(path)
  expect(await refused(importing(path))).toBe('file-unreadable')
  await expectNobody()
})

test('a file larger than anything a school sends is refused before it is read', async () => {
  const { open, truncate } = await import('node:fs/promises')
  const path = join(folder, 'large.xlsx')
  await (await open(path, 'w')).close()
  await truncate(path, 200 * 1024 * 1024 + 1)
  expect(await refused(importing(path))).toBe('file-too-large')
})

test.each(files.slice(0, 4))('%s is no plan either: %s', async (name, code, content) => {
  const path = join(folder, `plan ${name}.xlsx`)
  writeFileSync(path, content())
  const file = { kind: 'path' as const, path }
  expect(await refused(ask.plan.import({ file, year: 2025 }).then(resultOf))).toBe(code)
  expect((await ask.plan.list({ year: 2025 })).projects).toEqual([])
})

test('a roster is no plan', async () => {
  const file = { kind: 'path' as const, path: cleanRoster }
  expect(await refused(ask.plan.import({ file, year: 2025 }).then(resultOf))).toBe('no-plan-table')
})
