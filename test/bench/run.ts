import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resultOf } from '#electron/ipc/work'
import { createCore } from '#electron/core'
import { openWritable } from '#electron/store/driver'

/**
 * Each path that matters as a ratio to a bare baseline of the same run: timings differ from machine
 * to machine and from minute to minute, ratios hardly.
 */
interface Line {
  readonly path: string
  readonly each: number
  readonly baseline: string
  readonly ratio: number
}

const home = mkdtempSync(join(tmpdir(), 'xuncheng-bench-'))
const core = createCore({ folder: join(home, 'vault'), demoFolder: join(home, 'demo') })
const ask = core.connect({ host: 'terminal', mayUsePaths: true, login: null }).ask()

try {
  await ask.vault.create({ org: 'Bench', region: '411003', admin: 'Bench', password: 'bench-2024' })
  const fixtures = 'test/fixtures'
  const plan = { kind: 'path' as const, path: `${fixtures}/plan/2024年教师培训工作安排表.xlsx` }
  await resultOf(await ask.plan.import({ file: plan, year: 2024 }))
  const days = { from: '2024-04-16', to: '2024-04-19' }
  const session = await ask.sessions.create({ project: 2, year: 2024, name: 'Bench', ...days })
  const roster = { kind: 'path' as const, path: `${fixtures}/rosters/小学语文数学-花名册.xlsx` }
  const importMs = await timed(async () => {
    await resultOf(await ask.roster.import({ file: roster, sessionId: session.id }))
  })
  const { learners } = await ask.roster.list({ sessionId: session.id })
  const facts = session.lessons.flatMap((lesson) =>
    learners.map(({ teacherId }) => ({
      lessonId: lesson.id,
      teacherId,
      at: `${lesson.date}T08:20`,
    })),
  )
  const bare = bareInserts(facts.length)
  const presenceMs = await timed(async () => {
    for (const fact of facts)
      await ask.presence.add({ ...fact, sessionId: session.id, kind: 'sign-in', means: 'keyboard' })
  })
  const bulk = bareBulk(learners.length)
  print([
    line(
      'one presence event, through the contract',
      presenceMs / facts.length,
      'bare insert, own commit',
      bare,
    ),
    line(
      'one roster row, file read to commit',
      importMs / learners.length,
      'bare insert, one commit',
      bulk,
    ),
  ])
} finally {
  await core.close()
  rmSync(home, { recursive: true, force: true })
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Milliseconds of one insert with its own commit in an encrypted database with the same pragmas. */
function bareInserts(n: number): number {
  const db = openWritable(join(home, 'bare.db'), randomBytes(32), true)
  db.exec('CREATE TABLE fact (id TEXT PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT, e TEXT) STRICT')
  const add = db.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)')
  const started = performance.now()
  for (let i = 0; i < n; i += 1)
    add.run(randomBytes(16).toString('hex'), 'lesson', 'teacher', 'sign-in', 'at', 'by')
  const each = (performance.now() - started) / n
  db.close()
  return each
}

/** The same in one transaction. */
function bareBulk(n: number): number {
  const db = openWritable(join(home, 'bulk.db'), randomBytes(32), true)
  db.exec('CREATE TABLE row (id TEXT PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT, e TEXT) STRICT')
  const add = db.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?, ?)')
  const started = performance.now()
  db.transaction(() => {
    for (let i = 0; i < n; i += 1) add.run(randomBytes(16).toString('hex'), 'a', 'b', 'c', 'd', 'e')
  })()
  const each = (performance.now() - started) / n
  db.close()
  return each
}

function line(path: string, each: number, baseline: string, bare: number): Line {
  return { path, each, baseline, ratio: each / bare }
}

function print(lines: readonly Line[]): void {
  process.stdout.write('| path | ms each | baseline of this run | ratio |\n|---|---|---|---|\n')
  for (const { path, each, baseline, ratio } of lines)
    process.stdout.write(`| ${path} | ${each.toFixed(3)} | ${baseline} | ${ratio.toFixed(2)} |\n`)
}
