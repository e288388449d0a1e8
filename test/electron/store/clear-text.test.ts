import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { resultOf } from '#electron/ipc/work'
import { aCore } from '#test/support/a-vault'
import { aSession } from '#test/support/a-session'

const roster = fileURLToPath(new URL('../../fixtures/rosters/初中数学-遴选50人.xlsx', import.meta.url))

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
}

/** As the disk would show it to somebody without the program: as UTF-8, UTF-16 or GB18030 text. */
function holds(bytes: Buffer, text: string): boolean {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')]
  return forms.some((form) => bytes.includes(form))
}

test('after an import no name, number or school stands in clear anywhere in the vault or beside it', async () => {
  const before = new Set(readdirSync(tmpdir()))
  const { ask, folder, core } = await aCore('clear-text')
  const session = await aSession(ask)
  const found: string[] = []
  const look = (secrets: readonly string[]): void => {
    const fresh = readdirSync(tmpdir()).filter(
      (name) => !before.has(name) && name !== basename(dirname(folder)) && !name.startsWith('xuncheng-test-'),
    )
    for (const file of [...filesUnder(folder), ...fresh.flatMap(filesIn)]) {
      const bytes = readFileSync(file)
      found.push(...secrets.filter((secret) => holds(bytes, secret)).map((s) => `${file}: ${s}`))
    }
  }
  const work = await ask.roster.import({ file: { kind: 'path', path: roster }, sessionId: session.id })
  const imported = await resultOf(work, () => {
    look(['进修学校报告厅'])
  })
  expect(imported.accepted).toBe(50)
  const { learners } = await ask.roster.list({ sessionId: session.id })
  const secrets = learners.flatMap(({ name, docNo, unit }) => [name, docNo, unit])
  expect(secrets).toHaveLength(150)
  // With the write-ahead log, as a power cut would leave it.
  expect(statSync(join(folder, 'data.db-wal')).size).toBeGreaterThan(10_000)
  look(secrets)
  await core.close()
  look(secrets)
  expect(found).toEqual([])
})

function filesIn(name: string): readonly string[] {
  const path = join(tmpdir(), name)
  try {
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  } catch {
    // Another test's file that is gone already.
    return []
  }
}
