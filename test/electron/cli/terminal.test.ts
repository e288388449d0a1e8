import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { messyRoster, planDocx } from '#test/support/a-session'
import { aFolder } from '#test/support/a-vault'
import { inTerminal, type Said } from '#test/support/terminal'

const above = aFolder()
const vault = join(above, 'vault')
const env = { XUNCHENG_VAULT: vault }
const run = (...args: readonly string[]): Promise<Said> => inTerminal([...args, '--json'], env)

let sessionId = ''
let lessons: readonly { readonly id: string }[] = []
let people: readonly { readonly docNo: string; readonly name: string }[] = []

beforeAll(async () => {
  const made = await run(
    'vault',
    'init',
    '--org',
    '建安区教师进修学校',
    '--region',
    '411003',
    '--admin',
    '李敏',
  )
  expect([made.exit, made.stderr]).toEqual([0, ''])
  expect(made.json).toEqual({
    vaultId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    replicaId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    recoveryKey: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/) as string,
  })
})

describe('the chain by the terminal', () => {
  test('plan and session: one JSON value each, on one line', async () => {
    const plan = await run('plan', 'import', planDocx, '--year', '2024')
    expect(plan.exit).toBe(0)
    expect((plan.json as { projects: unknown[] }).projects).toHaveLength(14)
    expect(plan.stdout.trim().split('\n')).toHaveLength(1)
    const made = await run(
      ...['session', 'create', '--project', '3', '--year', '2024', '--name', '第一期'],
      ...['--from', '2024-04-16', '--to', '2024-04-16', '--lessons', 'half-day', '--hours', '4'],
    )
    const session = made.json as { id: string; lessons: { id: string; start: string }[] }
    expect(session.lessons.map(({ start }) => start)).toEqual(['08:30', '14:30'])
    sessionId = session.id
    lessons = session.lessons
  })

  test('a roster that is tried out enrols nobody; done, its counts add up', async () => {
    const tried = await run('roster', 'import', messyRoster, '--session', sessionId, '--dry-run')
    expect(tried.json).toMatchObject({ rows: 184, accepted: 141, added: 141, ignored: 34 })
    expect((await run('roster', 'list', '--session', sessionId)).json).toEqual([])
    const done = await run('roster', 'import', messyRoster, '--session', sessionId)
    const counts = done.json as { rows: number; accepted: number; ignored: number; held: object[] }
    expect([counts.rows, counts.accepted, counts.ignored, counts.held.length]).toEqual([
      184, 141, 34, 9,
    ])
    for (const held of counts.held)
      expect(held).toMatchObject({
        code: expect.any(String) as string,
        message: expect.any(String) as string,
      })
    people = (await run('roster', 'list', '--session', sessionId)).json as typeof people
    expect(people).toHaveLength(141)
  })

  test('facts of a file are taken line by line, each acknowledged; what is wrong is refused alone', async () => {
    const lesson = lessons[0]?.id ?? ''
    const line = (doc: string, at: string) =>
      JSON.stringify({ lesson, doc, kind: 'sign-in', at, means: 'import' })
    const [a, b] = people
    const path = join(above, 'facts.jsonl')
    const text = [
      line(a?.docNo ?? '', '2024-04-16T08:20'),
      '',
      line(b?.docNo ?? '', '2024-04-16T08:35:00+08:00'),
      line(a?.docNo ?? '', '2024-04-16T08:20'),
      line('411003199001019999', '2024-04-16T08:20'),
      '{"lesson":1}',
      'no json',
    ]
    writeFileSync(path, text.join('\n'))
    const said = await run('presence', 'load', path, '--session', sessionId)
    expect(said.json).toMatchObject({ recorded: 2, already: 1 })
    const { refused } = said.json as { refused: { line: number; code: string; message: string }[] }
    expect(refused.map((r) => [r.line, r.code])).toEqual([
      [5, 'not-enrolled'],
      [6, 'bad-input'],
      [7, 'bad-input'],
    ])
    const acks = said.stderr
      .trim()
      .split('\n')
      .map((text) => (JSON.parse(text) as { ack: number }).ack)
    expect(acks).toEqual([1, 3, 4])
  })

  test('hours, card and export: exactly the two who came', async () => {
    const registered = await run('hours', 'register', '--session', sessionId)
    expect(registered.json).toEqual({ entries: 2, total: 8 })
    const doc = people[0]?.docNo ?? ''
    const card = await run(
      'hours',
      'card',
      '--doc',
      doc,
      '--from',
      '2024-01-01',
      '--to',
      '2024-12-31',
    )
    expect(card.json).toMatchObject({ name: people[0]?.name, totals: { all: 4 } })
    const out = join(above, 'hours.xlsx')
    const done = await run(
      'hours',
      'export',
      '--profile',
      'national',
      '--session',
      sessionId,
      '--out',
      out,
    )
    expect(done.json).toMatchObject({ rows: 2, blocked: [] })
    expect(existsSync(out)).toBe(true)
  })

  test('a second export is refused on stderr, with nothing on stdout', async () => {
    const out = join(above, 'again.xlsx')
    const said = await run('hours', 'export', '--session', sessionId, '--out', out)
    expect([said.exit, said.stdout, said.error?.code]).toEqual([1, '', 'nothing-to-export'])
    expect(said.error?.message).not.toBe('')
    expect(said.error?.hint).not.toBe('')
    expect(existsSync(out)).toBe(false)
  })
})

describe('what may be tried out', () => {
  test('every command that writes, without a trace; not what works alone', async () => {
    const before = (await run('vault', 'verify')).json
    const [lesson, doc] = [lessons[1]?.id ?? '', people[5]?.docNo ?? '']
    const dry = [
      [
        'presence',
        'add',
        '--session',
        sessionId,
        '--lesson',
        lesson,
        '--doc',
        doc,
        '--kind',
        'sign-in',
      ],
      ['roster', 'remove', '--session', sessionId, '--doc', doc, '--reason', '调走'],
      ['hours', 'export', '--session', sessionId, '--out', join(above, 'dry.xlsx'), '--all'],
    ]
    for (const args of dry) expect((await run(...args, '--dry-run')).exit).toBe(0)
    expect(existsSync(join(above, 'dry.xlsx'))).toBe(false)
    expect((await run('vault', 'verify')).json).toEqual(before)
    const demo = await run('demo', '--out', join(above, 'dry-demo'), '--dry-run')
    expect([demo.exit, existsSync(join(above, 'dry-demo'))]).toEqual([2, false])
  })
})

describe('exit codes', () => {
  test.each([
    ['nothing', [], 2],
    ['an unknown command', ['vault', 'dance'], 2],
    ['a missing option', ['plan', 'list'], 2],
    ['an unknown option', ['plan', 'list', '--year', '2024', '--colour', 'red'], 2],
    ['a year that is no number', ['plan', 'list', '--year', 'MMXXIV'], 2],
    ['a year that no plan can have', ['plan', 'list', '--year', '1724'], 2],
    ['a procedure that is none', ['call', 'plan.dance'], 2],
    ['JSON that is none', ['call', 'plan.list', '{'], 2],
    ['an unknown session', ['session', 'show', 'nobody'], 1],
    ['a missing file', ['plan', 'import', 'nowhere.xlsx', '--year', '2024'], 1],
  ])('%s', async (_, args, exit) => {
    const said = await run(...args)
    expect([said.exit, said.stdout]).toEqual([exit, ''])
    expect(said.stderr).not.toBe('')
    expect(said.stderr).not.toContain('    at ')
  })

  test('a place that cannot be written is the failure of the world: 3', async () => {
    const out = join(above, 'no', 'folder.xlsx')
    const said = await run('hours', 'export', '--session', sessionId, '--out', out, '--all')
    expect([said.exit, said.error?.code]).toEqual([3, 'cannot-write-file'])
  })

  test.each([
    [{ XUNCHENG_PASSWORD: 'wrong-one' }, 'wrong-password'],
    [{ XUNCHENG_PASSWORD: '' }, 'not-logged-in'],
    [{ XUNCHENG_USER: '王芳' }, 'unknown-user'],
    [{ XUNCHENG_VAULT: join(above, 'nowhere') }, 'no-vault'],
  ])('%j is refused as %s', async (other, code) => {
    const said = await inTerminal(['plan', 'list', '--year', '2024', '--json'], {
      ...env,
      ...other,
    })
    expect([said.exit, said.stdout, said.error?.code]).toEqual([1, '', code])
  })

  test('wrong input says in both languages which field is wrong', async () => {
    for (const language of ['zh-CN', 'en']) {
      const args = ['call', 'plan.list', '{"year":"x"}', '--json']
      const said = await inTerminal(args, { ...env, XUNCHENG_LANGUAGE: language })
      expect([said.exit, said.error?.code]).toEqual([2, 'bad-input'])
      expect(said.error?.message).toContain('year')
    }
  })
})

describe('for people', () => {
  test('a list is a table, a refusal three lines', async () => {
    const shown = await inTerminal(['session', 'list'], env)
    expect(shown.stdout.split('\n')[0]).toMatch(/^id +projectId +projectNo/)
    const refused = await inTerminal(['session', 'show', 'nobody'], env)
    expect(refused.stderr.trim().split('\n').at(-1)).toBe('(unknown-session)')
  })

  test('call without JSON asks without input', async () => {
    expect((await run('call', 'plan.years')).json).toEqual({ years: [2024] })
  })

  test('the doctor names the machine, also where there is no vault', async () => {
    const said = await inTerminal(['doctor', '--json'], { XUNCHENG_VAULT: join(above, 'nowhere') })
    expect(said.exit).toBe(0)
    const { findings } = said.json as { findings: { what: string }[] }
    expect(findings.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['node', 'disk', 'clock']),
    )
    expect(existsSync(join(above, 'nowhere'))).toBe(false)
  })
})

describe('vault init and vault verify', () => {
  test('an empty folder is taken, a vault is never made twice', async () => {
    const args = ['vault', 'init', '--org', '校', '--region', '411003', '--admin', '李敏']
    const empty = join(above, 'empty')
    mkdirSync(empty)
    expect((await inTerminal([...args, '--vault', empty, '--json'])).exit).toBe(0)
    const again = await run(...args)
    expect([again.exit, again.error?.code]).toEqual([1, 'vault-exists'])
    const short = await inTerminal([...args, '--vault', join(above, 'short'), '--json'], {
      XUNCHENG_PASSWORD: 'kurz',
    })
    expect([short.exit, short.error?.code]).toEqual([1, 'password-too-short'])
    expect(existsSync(join(above, 'short'))).toBe(false)
  })

  test('a damaged vault is an answer: not ok, and exit 1, whatever is damaged', async () => {
    for (const [file, at] of [
      ['data.db', 9000],
      ['data.db', 100],
      ['vault.json', 50],
    ] as const) {
      const path = join(vault, file)
      const whole = readFileSync(path)
      const broken = Buffer.from(whole)
      broken[at] = (broken[at] ?? 0) ^ 1
      writeFileSync(path, broken)
      const said = await run('vault', 'verify')
      expect([file, at, said.exit]).toEqual([file, at, 1])
      expect(said.json).toMatchObject({
        ok: false,
        integrity: expect.stringMatching(/./) as string,
      })
      writeFileSync(path, whole)
    }
    expect((await run('vault', 'verify')).json).toMatchObject({ ok: true, integrity: 'ok' })
  })
})

describe('demo', () => {
  test('runs the whole chain on the shipped data, writes its files and leaves our vault alone', async () => {
    const out = join(above, 'demo-out')
    const said = await run('demo', '--out', out)
    expect(said.json).toMatchObject({ projects: 14, rosterRows: 184, accepted: 141, held: 9 })
    const {
      registered,
      exportedRows,
      files,
      user,
      password: word,
    } = said.json as {
      registered: number
      exportedRows: number
      files: { path: string }[]
      user: string
      password: string
    }
    expect([registered > 100, exportedRows]).toEqual([true, registered])
    expect(files.every(({ path }) => existsSync(path))).toBe(true)
    const inside = {
      XUNCHENG_VAULT: join(out, 'vault'),
      XUNCHENG_USER: user,
      XUNCHENG_PASSWORD: word,
    }
    expect((await inTerminal(['vault', 'verify', '--json'], inside)).json).toMatchObject({
      ok: true,
    })
    const again = await run('demo', '--out', out)
    expect([again.exit, again.error?.code]).toEqual([1, 'vault-exists'])
  })
})
