import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resultOf } from '#electron/ipc/work'
import { cleanRoster } from '#test/support/a-session'
import { aCore, aFolder, aVault, password } from '#test/support/a-vault'
import { refused } from '#test/support/refused'

describe('two windows at one desk', () => {
  test('one logs in while the other opens the demonstration: nothing of it lands in the school’s vault', async () => {
    const { core, ask, connect } = await aCore('two-windows')
    await ask.vault.lock()
    const [one, two] = [connect(), connect()]
    const login = one.vault.unlock({ password }).catch(() => null)
    const demo = two.demo.open({}).then(resultOf)
    await login
    await demo.catch(() => null)
    await core.desk.moveTo('')
    await one.vault.unlock({ password })
    expect((await one.plan.years()).years).toEqual([])
    expect((await one.vault.verify()).ok).toBe(true)
  })

  test('who has not logged in cannot open the demonstration under the hands of who has', async () => {
    const { connect } = await aCore('demo-beside')
    expect(await refused(connect().demo.open({}).then(resultOf))).toBe('vault-in-use')
  })

  test('a demonstration that fails leaves the desk where it was', async () => {
    const { core, ask, folder } = await aCore('demo-fails')
    const out = aFolder()
    writeFileSync(join(out, 'vault'), 'in the way')
    await expect(ask.demo.open({ out }).then(resultOf)).rejects.toThrow()
    expect(core.desk.folder()).toBe(folder)
  })
})

describe('a demonstration that is broken off', () => {
  test('says that it was cancelled and leaves the desk where it was', async () => {
    const { core, ask, folder } = await aCore('demo-cancelled')
    const controller = new AbortController()
    const work = await ask.demo.open({}, { signal: controller.signal })
    const watched = resultOf(work, ({ done }) => {
      if (done === 3) controller.abort()
    })
    expect(await refused(watched)).toBe('cancelled')
    expect(core.desk.folder()).toBe(folder)
  })
})

describe('a second login to an open vault', () => {
  test('another vault’s vault.json opens nothing, whatever password it takes', async () => {
    const { core, connect, folder } = await aCore('forged')
    const other = await aVault('forger')
    cpSync(join(other.folder, 'vault.json'), join(folder, 'vault.json'))
    const visitor = connect()
    expect(await refused(visitor.vault.unlock({ password }))).toBe('vault-damaged')
    expect(await refused(visitor.plan.years())).toBe('not-logged-in')
    await core.close()
  })

  test('a user who was removed is not logged in by being refused', async () => {
    const { core, connect } = await aCore('removed-user')
    const vault = core.desk.vault()
    if (!vault) throw new Error('no vault')
    const { id } = vault.db.prepare('SELECT id FROM "user"').get() as { id: string }
    const occasion = { userId: id, at: '2024-04-16T08:00:00.000+08:00', purpose: 'test' }
    vault.apply(occasion, [{ table: 'user', id, fields: { removed: 1 } }])
    const visitor = connect()
    expect(await refused(visitor.vault.unlock({ password }))).toBe('unknown-user')
    expect(await refused(visitor.plan.years())).toBe('not-logged-in')
  })
})

describe('the recovery key', () => {
  test('gives a new password, however it is typed, and the old one opens nothing more', async () => {
    const { core, ask, connect, folder } = await aCore('recovery')
    await ask.vault.lock()
    const closed = await aVault('recovery')
    cpSync(join(closed.folder, 'vault.json'), join(folder, 'vault.json'))
    cpSync(join(closed.folder, 'data.db'), join(folder, 'data.db'))
    const typed = closed.recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    const window = connect()
    const reset = { recoveryKey: typed, password: 'xin-mima-2024' }
    expect((await window.vault.recover(reset)).user.name).toBe('李敏')
    await window.vault.lock()
    expect(await refused(connect().vault.unlock({ password }))).toBe('wrong-password')
    expect((await connect().vault.unlock({ password: 'xin-mima-2024' })).user.name).toBe('李敏')
    await core.close()
  })

  test('a wrong or mistyped one changes nothing', async () => {
    const { connect, folder } = await aCore('recovery-wrong')
    const before = readFileSync(join(folder, 'vault.json'), 'utf8')
    const window = connect()
    const wrong = ['', 'AAAA', 'K9D6-KXHD-DH1B-P1XQ-EX4H-2X8E-31Q0']
    for (const recoveryKey of wrong) {
      const reset = { recoveryKey, password: 'xin-mima-2024' }
      expect(await refused(window.vault.recover(reset))).toBe('wrong-recovery-key')
    }
    expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toBe(before)
  })
})

describe('a file that leaves', () => {
  test('never covers a file that is not our own, and covers our own', async () => {
    const { ask } = await aCore('overwriting')
    const folder = aFolder()
    const plan = { kind: 'path' as const, path: 'test/fixtures/plan/2024年教师培训工作安排表.xlsx' }
    await resultOf(await ask.plan.import({ file: plan, year: 2024 }))
    const days = { from: '2024-04-16', to: '2024-04-16' }
    const session = await ask.sessions.create({ project: 3, year: 2024, name: '一', ...days })
    const file = { kind: 'path' as const, path: cleanRoster }
    await resultOf(await ask.roster.import({ file, sessionId: session.id }))
    for (const { id } of session.lessons) await ask.attendance.markRest({ lessonId: id })
    await ask.hours.register({ sessionId: session.id })
    const path = join(folder, 'hours.xlsx')
    const exporting = (): Promise<unknown> =>
      ask.exports
        .hours({ sessionId: session.id, all: true, out: { kind: 'path', path } })
        .then(resultOf)
    writeFileSync(path, 'precious')
    expect(await refused(exporting())).toBe('file-exists')
    expect(readFileSync(path, 'utf8')).toBe('precious')
    expect(
      await refused(
        ask.exports.batches({}).then(({ batches }) => (batches.length === 0 ? exporting() : null)),
      ),
    ).toBe('file-exists')
    const own = join(folder, 'own.xlsx')
    const toOwn = { sessionId: session.id, all: true, out: { kind: 'path' as const, path: own } }
    await resultOf(await ask.exports.hours(toOwn))
    await resultOf(await ask.exports.hours(toOwn))
    expect(existsSync(own)).toBe(true)
    expect((await ask.exports.batches({})).batches).toHaveLength(2)
  })
})
