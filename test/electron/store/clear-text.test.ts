import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { examineRoster } from '#shared/sessions/roster-doctor'
import { readTable } from '#electron/documents/read-table'
import { resultOf } from '#electron/ipc/work'
import { aSession, cleanRoster } from '#test/support/a-session'
import { aCore, aFolder } from '#test/support/a-vault'

/** A temporary folder that nobody else writes to. */
const ownTemp = join(aFolder(), 'tmp')
const before = process.env['TMPDIR']
mkdirSync(ownTemp)
process.env['TMPDIR'] = ownTemp
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
})

async function secretsOf(path: string): Promise<readonly string[]> {
  const sheets = await readTable(await readFile(path), path)
  const examined = sheets.ok ? examineRoster(sheets.value) : sheets
  if (!examined.ok) throw new Error(examined.refusal.code)
  return examined.value.clean.flatMap(({ name, docNo, unit, phone }) => [name, docNo, unit, phone])
}

/** Files that hold one of the texts as somebody without the program would look for it. */
function leaks(folder: string, secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .filter((file) => {
      const bytes = readFileSync(file)
      return forms.some((form) => bytes.includes(form))
    })
}

test('no name, number, phone or school of an import stands in clear on the disk, then or later', async () => {
  expect(tmpdir()).toBe(ownTemp)
  const secrets = await secretsOf(cleanRoster)
  expect(secrets).toHaveLength(200)
  const { ask, folder, core } = await aCore('clear-text')
  const session = await aSession(ask)
  const file = { kind: 'path' as const, path: cleanRoster }
  let looks = 0
  const imported = await resultOf(await ask.roster.import({ file, sessionId: session.id }), () => {
    looks += 1
    expect(leaks(ownTemp, secrets)).toEqual([])
  })
  expect([imported.accepted, looks]).toEqual([50, 3])
  // With its write-ahead log, as a power cut would leave it.
  expect(statSync(join(folder, 'data.db-wal')).size).toBeGreaterThan(10_000)
  expect(leaks(ownTemp, secrets)).toEqual([])
  await core.close()
  expect(leaks(ownTemp, secrets)).toEqual([])
  expect(leaks(join(cleanRoster, '..'), ['身份证号'])).not.toEqual([])
})
