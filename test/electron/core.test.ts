import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { resultOf } from '#electron/ipc/work'
import { aSession, cleanRoster, enrol } from '#test/support/a-session'
import { aCore, aFolder, password, type ACore, type Ask } from '#test/support/a-vault'
import { refused } from '#test/support/refused'

let core: ACore
let ask: Ask
let session: Awaited<ReturnType<typeof aSession>>
const folder = aFolder()
const out = (name: string) => ({ kind: 'path' as const, path: join(folder, name) })

beforeAll(async () => {
  core = await aCore('connections')
  ask = core.ask
  session = await aSession(ask)
  await enrol(ask, session.id)
  await ask.attendance.markRest({ lessonId: session.lessons[0]?.id ?? '' })
  await ask.hours.register({ sessionId: session.id })
})

describe('a connection that only tries out', () => {
  test('answers as if it were done; neither rows nor files are written', async () => {
    const trying = core.connect({ isDryRun: true })
    await trying.vault.unlock({ password })
    const { journal } = await ask.vault.verify()
    const wanted = { project: 3, year: 2024, name: 'x', from: '2024-05-06', to: '2024-05-07' }
    expect((await trying.sessions.create(wanted)).lessons).toHaveLength(4)
    const [person] = (await ask.roster.list({ sessionId: session.id })).learners
    const lessonId = session.lessons[3]?.id ?? ''
    const event = { sessionId: session.id, lessonId, docNo: person?.docNo ?? '' }
    expect(await trying.presence.add({ ...event, kind: 'roll-absent' })).toMatchObject({
      result: 'recorded',
    })
    const work = await trying.exports.hours({
      sessionId: session.id,
      out: out('dry.xlsx'),
      all: true,
    })
    expect((await resultOf(work)).rows).toBe(50)
    expect(existsSync(join(folder, 'dry.xlsx'))).toBe(false)
    expect((await ask.vault.verify()).journal.entries).toBe(journal.entries)
  })
})

describe('a browser connection', () => {
  test('may not name a path, neither to read nor to write', async () => {
    const browser = core.connect({ host: 'browser', mayUsePaths: false })
    await browser.vault.unlock({ password })
    const file = { kind: 'path' as const, path: cleanRoster }
    const { id: sessionId } = session
    const asked = [
      () => browser.roster.import({ file, sessionId }).then(resultOf),
      () => browser.plan.import({ file, year: 2024 }).then(resultOf),
      () => browser.exports.hours({ sessionId, out: out('b.xlsx'), all: true }).then(resultOf),
      () => browser.demo.open({ out: folder }).then(resultOf),
    ]
    for (const ask of asked) expect(await refused(ask())).toBe('path-not-allowed')
    expect(existsSync(join(folder, 'b.xlsx'))).toBe(false)
  })

  test('hands files over by the shelf', async () => {
    const browser = core.connect({ host: 'browser', mayUsePaths: false })
    await browser.vault.unlock({ password })
    const id = core.core.shelf.put({ name: 'x.xlsx', bytes: readFileSync(cleanRoster) })
    const other = await aSession(ask)
    const file = { kind: 'upload' as const, id, name: '名单.xlsx' }
    const work = await browser.roster.import({ file, sessionId: other.id })
    expect((await resultOf(work)).accepted).toBe(50)
    const gone = { ...file, id: 'gone' }
    const missing = browser.roster.import({ file: gone, sessionId: other.id }).then(resultOf)
    expect(await refused(missing)).toBe('file-missing')
    const exporting = await browser.exports.hours({
      sessionId: session.id,
      out: { kind: 'download' },
      all: true,
    })
    const { file: written } = await resultOf(exporting)
    if (written.kind !== 'download') throw new Error(written.kind)
    expect(core.core.shelf.get(written.id)?.bytes.length).toBeGreaterThan(1000)
  })
})

describe('somebody who has not logged in', () => {
  test('gets nothing, and nobody gets anything of a locked vault', async () => {
    const stranger = core.connect()
    expect(await refused(stranger.plan.years())).toBe('not-logged-in')
    expect(await refused(stranger.vault.verify())).toBe('not-logged-in')
    expect((await stranger.system.state()).user).toBe(null)
    expect(await refused(stranger.vault.unlock({ password: 'wrong-one' }))).toBe('wrong-password')
    await ask.vault.lock()
    expect(await refused(ask.plan.years())).toBe('vault-locked')
    await stranger.vault.unlock({ password })
    // The vault was opened anew: who had logged in before has to do so again.
    expect(await refused(ask.plan.years())).toBe('not-logged-in')
    await ask.vault.unlock({ password })
  })

  test('two windows that log in at once both get in', async () => {
    await ask.vault.lock()
    const windows = [core.connect(), core.connect(), core.connect()]
    const unlocked = await Promise.all(windows.map((window) => window.vault.unlock({ password })))
    expect(unlocked.map(({ user }) => user.name)).toEqual(['李敏', '李敏', '李敏'])
  })

  test('nothing unforeseen happened in all of this', () => {
    expect(core.logged).toEqual([])
  })
})
