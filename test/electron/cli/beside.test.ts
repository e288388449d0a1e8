import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownerOf } from '#electron/ipc/owner'
import { aSession, enrol } from '#test/support/a-session'
import { aCore, type ACore, type Ask } from '#test/support/a-vault'
import { inTerminal, terminal, vaultOwner, type Said } from '#test/support/terminal'

let core: ACore
let ask: Ask
let vault: string

beforeAll(async () => {
  core = await aCore('beside')
  ask = core.ask
  vault = core.folder
})

const run = (...args: readonly string[]): Promise<Said> =>
  inTerminal([...args, '--json'], { XUNCHENG_VAULT: vault })

describe('beside another process', () => {
  test('that owns the vault: both see what the other writes, and a false token opens nothing', async () => {
    const session = await aSession(ask)
    await enrol(ask, session.id)
    const [person] = (await ask.roster.list({ sessionId: session.id })).learners
    const [sessionId, lesson, doc] = [session.id, session.lessons[0]?.id ?? '', person?.docNo ?? '']
    await core.core.close()
    const owner = await vaultOwner(vault)
    const address = await ownerOf(vault)
    const at = ['--kind', 'sign-in', '--at', '2024-04-16T08:20']
    const added = await run(
      'presence',
      'add',
      '--session',
      sessionId,
      '--lesson',
      lesson,
      '--doc',
      doc,
      ...at,
    )
    expect(added.json).toMatchObject({ result: 'recorded' })
    const table = await run('attendance', 'table', '--session', sessionId)
    expect(table.json).toMatchObject({ counts: { [lesson]: { present: 1 } } })
    expect((await run('vault', 'verify')).json).toMatchObject({ ok: true })
    const trying = await run('hours', 'register', '--session', sessionId, '--dry-run')
    expect(trying.json).toEqual({ entries: 1, total: 4 })
    const path = join(vault, 'core.json')
    writeFileSync(path, JSON.stringify({ ...address, token: '0'.repeat(64) }))
    expect((await run('plan', 'list', '--year', '2024')).error?.code).toBe('vault-in-use')
    writeFileSync(path, JSON.stringify(address))
    expect(owner.exitCode).toBe(null)
    owner.kill('SIGKILL')
    const after = await run('hours', 'register', '--session', sessionId)
    expect(after.json).toEqual({ entries: 1, total: 4 })
  })

  test('several terminals at once all get their answer', async () => {
    const args = ['plan', 'list', '--year', '2024', '--json']
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => terminal(args, { XUNCHENG_VAULT: vault })),
    )
    expect(answers.map(({ exit, stderr }) => [exit, stderr])).toEqual(answers.map(() => [0, '']))
    expect(answers.every(({ json }) => (json as { year: number }).year === 2024)).toBe(true)
  })
})
