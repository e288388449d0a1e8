import { describe, expect, test } from 'vitest'
import type { Teacher } from '#shared/people/model'
import { fieldsToFill, planEnrollment, type KnownPerson } from '#shared/sessions/enroll'
import type { RosterRow } from '#shared/sessions/roster-model'

const row: RosterRow = {
  ...{ sheet: '一镇', row: 3, name: '王芳', docType: 'id-card', docNo: '411003199001011234' },
  ...{ sex: '', unit: '一中', phone: '13800000000', stage: '初中', subject: '数学', title: '' },
} as RosterRow

const registered: Teacher = {
  ...{ id: 't1', docType: 'id-card', docNo: '411003199001011234', name: '王芳', sex: '' },
  ...{ phone: '', unitId: '', stage: '', subject: '', title: '' },
}

function aPerson(person: Partial<KnownPerson> = {}): KnownPerson {
  const unknown = { teacher: null, registeredUnit: '', enrollment: 'none' } as const
  return { row, teacherId: 't1', unitId: 'u1', ...unknown, ...person }
}

describe('planEnrollment', () => {
  test('who is new to the session is added, who is on it is updated; both are accepted', () => {
    const plan = planEnrollment([
      aPerson(),
      aPerson({ enrollment: 'enrolled', teacher: registered }),
      aPerson({ enrollment: 'removed', teacher: registered }),
    ])
    expect([plan.added, plan.updated, plan.accepted.length, plan.newTeachers]).toEqual([2, 1, 3, 1])
    expect(plan.held).toEqual([])
  })

  test('a number that belongs to another name is held', () => {
    const other = aPerson({ teacher: { ...registered, name: '王方' } })
    const plan = planEnrollment([other, aPerson()])
    expect(plan.held).toEqual([row])
    expect([plan.accepted.length, plan.added]).toEqual([1, 1])
  })

  test('blanks and full-width signs make no other name', () => {
    const plan = planEnrollment([aPerson({ teacher: { ...registered, name: '王\u3000芳' } })])
    expect(plan.held).toEqual([])
  })

  test('what register and roster tell differently is said, what one of them leaves open is not', () => {
    const teacher = { ...registered, phone: '13900000000', subject: '数学', title: '高级' }
    expect(planEnrollment([aPerson({ teacher })]).differs).toEqual([
      { row, field: 'phone', register: '13900000000', roster: '13800000000' },
    ])
  })
})

describe('fieldsToFill', () => {
  test('a new teacher gets everything that the roster tells', () => {
    expect(fieldsToFill(aPerson())).toEqual({
      ...{ phone: '13800000000', stage: '初中', subject: '数学', unit_id: 'u1' },
    })
  })

  test('a known teacher gets only what the register leaves open', () => {
    const teacher = { ...registered, phone: '13900000000', unitId: 'u9', stage: '小学' }
    expect(fieldsToFill(aPerson({ teacher }))).toEqual({ subject: '数学' })
  })

  test('a roster that names no unit leaves the unit as it is', () => {
    expect(fieldsToFill(aPerson({ unitId: '', teacher: registered }))).not.toHaveProperty('unit_id')
  })
})
