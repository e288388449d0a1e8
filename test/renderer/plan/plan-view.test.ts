import { describe, expect, test } from 'vitest'
import type { ListedProject } from '#shared/plan/contract'
import {
  compared,
  headcountSign,
  planTotals,
  saysExactly,
  shownYear,
  yearChoices,
  yearInName,
} from '#renderer/plan/plan-view'

function aProject(with_: Partial<ListedProject> = {}): ListedProject {
  return {
    id: `p${with_.no ?? 1}`,
    year: 2024,
    no: 1,
    name: '中小学思政课教师培训',
    originalName: '中小学思政课教师培训',
    headcountText: '150人',
    headcount: 150,
    headcountKind: 'exact',
    modeText: '集中培训',
    modes: ['2'],
    timeText: '8月',
    months: [8],
    place: '',
    sessions: [],
    ...with_,
  }
}

describe('yearInName', () => {
  test('the year stands in the name of the file', () => {
    expect(yearInName('2024年教师培训工作计划.docx', 2026)).toBe(2024)
  })

  test('a name without a year keeps the year that was chosen', () => {
    expect(yearInName('培训计划.docx', 2026)).toBe(2026)
  })

  test('part of a longer number is no year', () => {
    expect(yearInName('计划12024.xlsx', 2026)).toBe(2026)
    expect(yearInName('计划20245.xlsx', 2026)).toBe(2026)
  })
})

describe('yearChoices', () => {
  test('planned years, this one and the next, each once, newest first', () => {
    expect(yearChoices([2024, 2026], 2026)).toEqual([2027, 2026, 2024])
  })
})

describe('shownYear', () => {
  test('the year of the link is shown', () => {
    expect(shownYear('2023', [2024], 2026)).toBe(2023)
  })

  test('without one, this year when it has a plan, else the latest plan', () => {
    expect(shownYear(undefined, [2024, 2026], 2026)).toBe(2026)
    expect(shownYear(undefined, [2023, 2024], 2026)).toBe(2024)
  })

  test('a year that is none is not believed', () => {
    expect(shownYear('24', [2024], 2024)).toBe(2024)
  })
})

describe('headcountSign', () => {
  test('a number, about a number, everyone and unread differ by their sign, not by colour alone', () => {
    const icons = (['exact', 'about', 'everyone', 'unknown'] as const).map(
      (headcountKind) => headcountSign({ headcount: 1, headcountKind }).icon,
    )
    expect(new Set(icons).size).toBe(4)
  })
})

describe('planTotals', () => {
  test('places are counted where a number is given', () => {
    const everyone = aProject({ no: 2, headcount: null, headcountKind: 'everyone' })
    expect(planTotals([aProject(), everyone])).toEqual({ projects: 2, sessions: 0, places: 150 })
  })
})

describe('compared', () => {
  test('a number that the plan does not have is new', () => {
    expect(compared([aProject({ no: 15 })], [aProject()])).toMatchObject([{ kind: 'added' }])
  })

  test('a project with the same words is unchanged', () => {
    expect(compared([aProject()], [aProject()])).toMatchObject([{ kind: 'unchanged', changes: [] }])
  })

  test('a change shows the old and the new words of the cell', () => {
    expect(compared([aProject({ timeText: '9月', months: [9] })], [aProject()])).toMatchObject([
      { kind: 'changed', changes: [{ field: 'timeText', from: '8月', to: '9月' }] },
    ])
  })
})

describe('saysExactly', () => {
  test('the printed number stands alone when it says the number that was read', () => {
    expect(saysExactly(aProject({ headcountText: '300人', headcount: 300 }))).toBe(true)
    expect(saysExactly(aProject({ headcountText: ' ３００ 人', headcount: 300 }))).toBe(true)
  })
  test('words, sums and estimates keep the sign of what was read', () => {
    expect(saysExactly(aProject({ headcountText: '每校2人，共300人', headcount: 300 }))).toBe(false)
    expect(
      saysExactly(aProject({ headcountText: '120', headcount: 120, headcountKind: 'about' })),
    ).toBe(false)
  })
})
