import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { resultOf } from '#electron/ipc/work'
import { aSession, enrol, messyRoster, planDocx, planXlsx } from '#test/support/a-session'
import { aCore, aFolder, type Ask } from '#test/support/a-vault'
import { refused } from '#test/support/refused'

let ask: Ask
let session: Awaited<ReturnType<typeof aSession>>
const folder = aFolder()
const out = (name: string) => ({ kind: 'path' as const, path: join(folder, name) })

beforeAll(async () => {
  ask = (await aCore('chain')).ask
})

const importPlan = async (path: string, dryRun = false) =>
  resultOf(await ask.plan.import({ file: { kind: 'path', path }, year: 2024, dryRun }))

async function rowsOf(path: string): Promise<readonly (readonly string[])[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0]
  return Array.from({ length: sheet?.rowCount ?? 0 }, (_, i) =>
    (sheet?.getRow(i + 1).values as string[]).slice(1).map(String),
  )
}

const stepOf = async (name: string) => {
  const { steps } = await ask.sessions.show({ sessionId: session.id })
  const found = steps.find(({ step }) => step === name)
  return [
    found?.state,
    ...(found?.missing ?? []).map(({ code, params }) => [code, params['count']]),
  ]
}

describe('the plan of the year', () => {
  test('a rehearsed import answers with fourteen projects and writes none', async () => {
    const { journal } = await ask.vault.verify()
    expect((await importPlan(planDocx, true)).projects).toHaveLength(14)
    expect((await ask.plan.list({ year: 2024 })).projects).toEqual([])
    expect((await ask.vault.verify()).journal.entries).toBe(journal.entries)
  })

  test('Word and workbook tell the same fourteen projects; a second import makes no doubles', async () => {
    const fromDocx = await importPlan(planDocx)
    expect([fromDocx.added, fromDocx.changed, fromDocx.unchanged]).toEqual([14, 0, 0])
    const again = await importPlan(planDocx)
    expect([again.added, again.changed, again.unchanged]).toEqual([0, 0, 14])
    const fromXlsx = await importPlan(planXlsx)
    expect([fromXlsx.added, fromXlsx.changed + fromXlsx.unchanged]).toEqual([0, 14])
    const { projects } = await ask.plan.list({ year: 2024 })
    expect(projects.map(({ no }) => no)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1))
    expect(await ask.plan.years()).toEqual({ years: [2024] })
  })
})

describe('a session', () => {
  test('has a lesson for every half-day, and stands under its project', async () => {
    session = await aSession(ask)
    expect(
      session.lessons.map(({ date, label, start, end, hours }) => [date, label, start, end, hours]),
    ).toEqual([
      ['2024-04-16', 'am', '08:30', '11:30', 4],
      ['2024-04-16', 'pm', '14:30', '17:30', 4],
      ['2024-04-17', 'am', '08:30', '11:30', 4],
      ['2024-04-17', 'pm', '14:30', '17:30', 4],
    ])
    const { projects } = await ask.plan.list({ year: 2024 })
    expect(projects[2]?.sessions).toMatchObject([{ id: session.id, learners: 0 }])
    expect(await stepOf('opening')).toEqual(['now', ['no-learners', undefined]])
  })

  test('with the roster of the townships has its people; the held rows are what is missing', async () => {
    const { rows, accepted, ignored, held } = await enrol(ask, session.id, messyRoster)
    expect([rows, accepted, ignored, held.length]).toEqual([184, 141, 34, 9])
    expect(await stepOf('opening')).toEqual(['now', ['rows-held', 9]])
  })

  test.each([
    [{ project: 99 }, 'unknown-project'],
    [{ year: 2023 }, 'unknown-project'],
    [{ to: '2024-04-15' }, 'dates-reversed'],
    [{ to: '2124-04-15' }, 'too-many-lessons'],
  ])('with %j is refused as %s', async (wrong, code) => {
    const right = { project: 3, year: 2024, name: 'x', from: '2024-04-16', to: '2024-04-17' }
    expect(await refused(ask.sessions.create({ ...right, ...wrong }))).toBe(code)
    expect((await ask.sessions.list()).sessions).toHaveLength(1)
  })
})

describe('presence', () => {
  const add = (wanted: object) =>
    ask.presence.add({
      sessionId: session.id,
      lessonId: session.lessons[0]?.id ?? '',
      kind: 'sign-in',
      at: '2024-04-16T08:20',
      ...wanted,
    })

  test('a number that no teacher has is not enrolled, and neither is one of another session', async () => {
    expect(await refused(add({ docNo: '411003199001019999' }))).toBe('not-enrolled')
    expect(await refused(add({ teacherId: 'nobody' }))).toBe('not-enrolled')
    expect(await refused(add({}))).toBe('not-enrolled')
  })

  test.each([
    [{ lessonId: 'none' }, 'unknown-lesson'],
    [{ sessionId: 'other' }, 'unknown-lesson'],
    [{ at: 'yesterday' }, 'bad-time'],
  ])('with %j is refused as %s', async (wrong, code) => {
    const [person] = (await ask.roster.list({ sessionId: session.id })).learners
    expect(await refused(add({ docNo: person?.docNo, ...wrong }))).toBe(code)
  })

  test('the same sign-in again is known already; a number may be typed full width and small', async () => {
    const { learners } = await ask.roster.list({ sessionId: session.id })
    const docNo = learners[0]?.docNo ?? ''
    const first = await add({ docNo })
    expect(first.result).toBe('recorded')
    const wide = docNo.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    expect(await add({ docNo: ` ${wide.toLowerCase()} ` })).toEqual({ ...first, result: 'already' })
    const annulled = await add({ docNo, kind: 'annul' })
    expect(annulled.result).toBe('recorded')
    expect(await refused(add({ docNo, kind: 'annul' }))).toBe('nothing-to-annul')
  })
})

describe('hours', () => {
  let learners: readonly {
    readonly teacherId: string
    readonly docNo: string
    readonly name: string
  }[]

  beforeAll(async () => {
    learners = (await ask.roster.list({ sessionId: session.id })).learners
  })

  test('nobody has earned any before anybody came', async () => {
    const { rows } = await ask.hours.compute({ sessionId: session.id })
    expect([rows.length, rows.filter(({ hours }) => hours > 0).length]).toEqual([141, 0])
    expect(await stepOf('hours')).toEqual(['ahead', ['no-hours-earned', undefined]])
    expect(await ask.hours.register({ sessionId: session.id })).toEqual({ entries: 0, total: 0 })
    const exported = ask.exports
      .hours({ sessionId: session.id, out: out('none.xlsx') })
      .then(resultOf)
    expect(await refused(exported)).toBe('nothing-to-export')
    expect(existsSync(join(folder, 'none.xlsx'))).toBe(false)
  })

  test('ten come to the first morning, one late, one absent: nine lines of four hours', async () => {
    const lessonId = session.lessons[0]?.id ?? ''
    for (const [i, { teacherId }] of learners.slice(0, 10).entries())
      await ask.presence.add({
        ...{ sessionId: session.id, lessonId, teacherId },
        kind: i === 9 ? 'roll-absent' : 'sign-in',
        at: i === 8 ? '2024-04-16T08:35' : '2024-04-16T08:20',
      })
    const { counts } = await ask.attendance.table({ sessionId: session.id })
    expect(counts[lessonId]).toMatchObject({ present: 8, late: 1, absent: 1, unmarked: 131 })
    expect(await stepOf('hours')).toEqual(['ahead', ['not-registered', 9]])
    expect(await ask.hours.register({ sessionId: session.id })).toEqual({ entries: 9, total: 36 })
    expect(await ask.hours.register({ sessionId: session.id })).toEqual({ entries: 0, total: 0 })
    expect(await stepOf('hours')).toEqual(['ahead', ['not-exported', 9]])
  })

  test('who earns hours afterwards is missing again, until he is registered', async () => {
    const lessonId = session.lessons[1]?.id ?? ''
    const teacherId = learners[9]?.teacherId ?? ''
    await ask.attendance.mark({ lessonId, teacherId, mark: 'present' })
    expect(await stepOf('hours')).toEqual(['ahead', ['not-registered', 1], ['not-exported', 9]])
    expect(await ask.hours.register({ sessionId: session.id })).toEqual({ entries: 1, total: 4 })
  })

  test('a card shows the entry with its session, rule and totals', async () => {
    const docNo = learners[0]?.docNo ?? ''
    const card = await ask.hours.card({ docNo, from: '2024-01-01', to: '2024-12-31' })
    expect(card).toMatchObject({
      name: learners[0]?.name,
      entries: [{ sessionId: session.id, hours: 4, year: 2024, ruleSet: 'default v1' }],
      totals: { byYear: [{ key: '2024', hours: 4 }], all: 4 },
    })
    const before = await ask.hours.card({ docNo, from: '2023-01-01', to: '2023-12-31' })
    expect([before.entries, before.totals.all]).toEqual([[], 0])
    const unknown = ask.hours.card({ docNo: '0', from: '2024-01-01', to: '2024-12-31' })
    expect(await refused(unknown)).toBe('unknown-teacher')
  })

  test('the export holds exactly the registered people, each number as text', async () => {
    const work = await ask.exports.hours({ sessionId: session.id, out: out('hours.xlsx') })
    const exported = await resultOf(work)
    expect([exported.rows, exported.blocked]).toEqual([10, []])
    const [header, ...rows] = await rowsOf(join(folder, 'hours.xlsx'))
    expect(rows).toHaveLength(10)
    const numbers = learners.slice(0, 10).map(({ docNo }) => docNo)
    expect(rows.map((row) => row.find((cell) => numbers.includes(cell))).toSorted()).toEqual(
      numbers.toSorted(),
    )
    expect(header?.length).toBe(rows[0]?.length)
    const { batches } = await ask.exports.batches({})
    expect(batches).toMatchObject([
      {
        batchId: exported.batchId,
        rows: 10,
        fileName: 'hours.xlsx',
        by: '李敏',
        sha256: exported.sha256,
      },
    ])
    expect(existsSync(join(folder, 'hours.xlsx.part'))).toBe(false)
    expect(await stepOf('hours')).toEqual(['done'])
  })

  test('a second export has nothing to take; all takes the same again', async () => {
    const again = ask.exports
      .hours({ sessionId: session.id, out: out('again.xlsx') })
      .then(resultOf)
    expect(await refused(again)).toBe('nothing-to-export')
    const work = await ask.exports.hours({ sessionId: session.id, out: out('all.xlsx'), all: true })
    expect((await resultOf(work)).rows).toBe(10)
    expect(await rowsOf(join(folder, 'all.xlsx'))).toEqual(await rowsOf(join(folder, 'hours.xlsx')))
  })

  test('a lesson without hours earns nothing, so that nothing is missing in the ledger', async () => {
    const wanted = { project: 3, year: 2024, name: '观摩', from: '2024-05-06', to: '2024-05-06' }
    const visit = await ask.sessions.create({ ...wanted, hours: 0 })
    await enrol(ask, visit.id)
    await ask.attendance.markRest({ lessonId: visit.lessons[0]?.id ?? '' })
    const { steps } = await ask.sessions.show({ sessionId: visit.id })
    const [gap] = steps.find(({ step }) => step === 'hours')?.missing ?? []
    expect(gap?.code).toBe('no-hours-earned')
  })

  test('a place that cannot be written fails by name, and no batch is kept', async () => {
    const asked = ask.exports.hours({
      sessionId: session.id,
      out: out('no/such/folder.xlsx'),
      all: true,
    })
    expect(await refused(asked.then(resultOf))).toBe('cannot-write-file')
    expect((await ask.exports.batches({})).batches).toHaveLength(2)
  })

  test.each([
    [{ profile: 'mars' }, 'unknown-profile'],
    [{ sessionId: 'none' }, 'unknown-session'],
  ])('an export with %j is refused as %s', async (wrong, code) => {
    const asked = ask.exports.hours({ sessionId: session.id, out: out('x.xlsx'), ...wrong })
    expect(await refused(asked.then(resultOf))).toBe(code)
  })
})
