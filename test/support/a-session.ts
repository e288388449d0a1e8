import { fileURLToPath } from 'node:url'
import { resultOf } from '#electron/ipc/work'
import type { Ask } from './a-vault.ts'

/** A given file of test/fixtures. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url))
}

export const planDocx = fixture('plan/2024年教师培训工作计划.docx')
export const planXlsx = fixture('plan/2024年教师培训工作安排表.xlsx')
export const messyRoster = fixture('rosters/初中数学-各乡镇汇总.xlsx')
export const cleanRoster = fixture('rosters/初中数学-遴选50人.xlsx')

/** Two days of four half-day lessons under the third project of the plan. */
export async function aSession(ask: Ask): Promise<Awaited<ReturnType<Ask['sessions']['create']>>> {
  const file = { kind: 'path' as const, path: planXlsx }
  await resultOf(await ask.plan.import({ file, year: 2024 }))
  return ask.sessions.create({
    project: 3,
    year: 2024,
    name: '初中数学第一期',
    from: '2024-04-16',
    to: '2024-04-17',
    lessons: 'half-day',
    hours: 4,
    place: '进修学校报告厅',
  })
}

/** Enrols the people of a file. */
export async function enrol(ask: Ask, sessionId: string, path = cleanRoster) {
  return resultOf(await ask.roster.import({ file: { kind: 'path', path }, sessionId }))
}
