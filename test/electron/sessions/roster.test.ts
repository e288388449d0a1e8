import { beforeAll, describe, expect, test } from 'vitest'
import { aSession, enrol, messyRoster } from '#test/support/a-session'
import { aCore, type Ask } from '#test/support/a-vault'
import { refused } from '#test/support/refused'

let ask: Ask
let session: Awaited<ReturnType<typeof aSession>>

beforeAll(async () => {
  ask = (await aCore('roster')).ask
  session = await aSession(ask)
})

describe('the roster', () => {
  test('of the townships: every row is accepted, ignored or held, and the held wait', async () => {
    const imported = await enrol(ask, session.id, messyRoster)
    const { rows, accepted, added, updated, newTeachers, ignored, held } = imported
    expect([rows, accepted, ignored, held.length]).toEqual([184, 141, 34, 9])
    expect([added, updated, newTeachers]).toEqual([141, 0, 141])
    const { learners } = await ask.roster.list({ sessionId: session.id })
    expect(learners).toHaveLength(141)
    expect(learners.every(({ unit, docNo }) => unit !== '' && docNo !== '')).toBe(true)
    expect((await ask.roster.held({ sessionId: session.id })).held).toHaveLength(9)
  })

  test('a second time updates the same people and enrols nobody twice', async () => {
    const imported = await enrol(ask, session.id, messyRoster)
    expect([imported.added, imported.updated, imported.newTeachers]).toEqual([0, 141, 0])
    expect(imported.newUnits).toEqual([])
    expect((await ask.roster.list({ sessionId: session.id })).learners).toHaveLength(141)
    expect((await ask.roster.held({ sessionId: session.id })).held).toHaveLength(9)
  })

  test('who is removed is off the roster with a reason, and back on it by the next import', async () => {
    const [first] = (await ask.roster.list({ sessionId: session.id })).learners
    const docNo = first?.docNo ?? ''
    await ask.roster.remove({ sessionId: session.id, docNo, reason: '调走' })
    expect((await ask.roster.list({ sessionId: session.id })).learners).toHaveLength(140)
    const again = ask.roster.remove({ sessionId: session.id, docNo, reason: '调走' })
    expect(await refused(again)).toBe('not-enrolled')
    const imported = await enrol(ask, session.id, messyRoster)
    expect([imported.added, imported.updated]).toEqual([1, 140])
  })

  test('a corrected field keeps its history; what the register says is not overwritten', async () => {
    const [person] = (await ask.roster.list({ sessionId: session.id })).learners
    const docNo = person?.docNo ?? ''
    await ask.people.setTeacher({ docNo, field: 'phone', value: '13900000001' })
    const { remarks } = await enrol(ask, session.id, messyRoster)
    expect(remarks.filter(({ code }) => code === 'register-differs')).toHaveLength(1)
    const [same] = (await ask.roster.list({ sessionId: session.id })).learners
    expect(same?.phone).toBe('13900000001')
  })

  test('a unit is made once, and no unit is made of nothing', async () => {
    const [person] = (await ask.roster.list({ sessionId: session.id })).learners
    const docNo = person?.docNo ?? ''
    const { units } = await ask.people.list()
    await ask.people.setTeacher({ docNo, field: 'unit', value: '新建学校' })
    await ask.people.setTeacher({ docNo, field: 'unit', value: ' 新建学校 ' })
    await ask.people.setTeacher({ docNo, field: 'unit', value: '' })
    expect((await ask.people.list()).units).toHaveLength(units.length + 1)
    expect((await ask.people.list()).units.map(({ name }) => name)).not.toContain('')
    await ask.people.setTeacher({ docNo, field: 'unit', value: person?.unit ?? '' })
    expect(await refused(ask.people.setTeacher({ docNo, field: 'name', value: ' ' }))).toBe(
      'bad-input',
    )
  })
})
