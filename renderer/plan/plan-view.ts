import { toHalfWidth } from '#shared/core/text'
import type { ListedProject, PlanImported } from '#shared/plan/contract'
import type { PlanProject } from '#shared/plan/model'
import type { Tone } from '#renderer/ui/StatusTag'

/** The year that a file's name tells, or the given one. */
export function yearInName(fileName: string, otherwise: number): number {
  const year = Number(/(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(fileName)?.[1])
  return year >= 1990 && year <= 2100 ? year : otherwise
}

/** The years to choose from: those with a plan, this one and the next, newest first. */
export function yearChoices(planned: readonly number[], thisYear: number): readonly number[] {
  return [...new Set([...planned, thisYear, thisYear + 1])].sort((a, b) => b - a)
}

/** The year to show: the one asked for, else this year's if it has a plan, else the latest planned. */
export function shownYear(
  asked: string | undefined,
  planned: readonly number[],
  thisYear: number,
): number {
  const year = Number(asked)
  if (asked !== undefined && Number.isInteger(year) && year >= 1990 && year <= 2100) return year
  return planned.includes(thisYear) || planned.length === 0 ? thisYear : Math.max(...planned)
}

/** Does the printed text say the exact number in figures, so that a sign would only repeat it? */
export function saysExactly({
  headcount,
  headcountKind,
  headcountText,
}: Pick<PlanProject, 'headcount' | 'headcountKind' | 'headcountText'>): boolean {
  const printed = /^\s*(\d+)\s*人?\s*$/.exec(toHalfWidth(headcountText))?.[1]
  return headcountKind === 'exact' && printed !== undefined && Number(printed) === headcount
}

/** The sign that stands beside the printed number of people: tone, icon, key of plan.json and value. */
export function headcountSign({
  headcount,
  headcountKind,
}: Pick<PlanProject, 'headcount' | 'headcountKind'>): {
  readonly tone: Tone
  readonly icon: string
  readonly key: PlanProject['headcountKind']
  readonly n: number
} {
  const n = headcount ?? 0
  switch (headcountKind) {
    case 'exact':
      return { tone: 'none', icon: '=', key: 'exact', n }
    case 'about':
      return { tone: 'info', icon: '≈', key: 'about', n }
    case 'everyone':
      return { tone: 'good', icon: '●', key: 'everyone', n }
    case 'unknown':
      return { tone: 'warn', icon: '?', key: 'unknown', n }
  }
}

/** How many places the year plans with figures, how many projects and sessions there are. */
export function planTotals(projects: readonly ListedProject[]): {
  readonly projects: number
  readonly sessions: number
  readonly places: number
} {
  return {
    projects: projects.length,
    sessions: projects.reduce((sum, { sessions }) => sum + sessions.length, 0),
    places: projects.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0),
  }
}

const comparedFields = ['originalName', 'headcountText', 'modeText', 'timeText', 'place'] as const
type ComparedField = (typeof comparedFields)[number]

/** A project of a file that is about to be taken, beside the one of the same number. */
export interface Compared {
  readonly project: PlanProject
  readonly kind: 'added' | 'changed' | 'unchanged'
  readonly changes: readonly {
    readonly field: ComparedField
    readonly from: string
    readonly to: string
  }[]
}

/** Compares what a file would bring with the plan as it stands, number by number. */
export function compared(
  imported: PlanImported['projects'],
  listed: readonly ListedProject[],
): readonly Compared[] {
  return imported.map((project) => {
    const known = listed.find(({ no }) => no === project.no)
    if (!known) return { project, kind: 'added', changes: [] }
    const changes = comparedFields
      .filter((field) => known[field] !== project[field])
      .map((field) => ({ field, from: known[field], to: project[field] }))
    return { project, kind: changes.length > 0 ? 'changed' : 'unchanged', changes }
  })
}

/** The tags of the three kinds. */
export const comparedSigns: Readonly<
  Record<Compared['kind'], { readonly tone: Tone; readonly icon: string }>
> = {
  added: { tone: 'good', icon: '+' },
  changed: { tone: 'warn', icon: '≠' },
  unchanged: { tone: 'none', icon: '=' },
}
