import { describe, expect, test } from 'vitest'
import { comparePlans } from '#shared/plan/compare'
import type { PlanProject } from '#shared/plan/model'

function aProject(no: number, project: Partial<PlanProject> = {}): PlanProject {
  return {
    ...{ no, name: `项目${no}`, originalName: `项目${no}`, headcountText: '50人', headcount: 50 },
    ...{ headcountKind: 'exact', modeText: '集中培训', modes: ['2'], timeText: '4月', months: [4] },
    place: '',
    ...project,
  }
}

describe('comparePlans', () => {
  test('the same plan again changes nothing', () => {
    const plan = [aProject(1), aProject(2)]
    expect(comparePlans(plan, plan)).toEqual({
      ...{ added: [], changed: [], unchanged: [1, 2], differences: [], missing: [] },
    })
  })

  test('a new wording is told field by field, with what stood there', () => {
    const read = [
      aProject(1, { timeText: '5月', months: [5], headcountText: '60人', headcount: 60 }),
    ]
    expect(comparePlans([aProject(1)], read)).toMatchObject({
      changed: [1],
      differences: [
        { no: 1, field: 'headcountText', from: '50人', to: '60人' },
        { no: 1, field: 'timeText', from: '4月', to: '5月' },
      ],
    })
  })

  test('a project that the new plan does not name is named, and one that is new is added', () => {
    expect(comparePlans([aProject(1), aProject(2)], [aProject(2), aProject(3)])).toMatchObject({
      ...{ added: [3], unchanged: [2], missing: [{ no: 1, name: '项目1' }] },
    })
  })
})
