import { onOneLine } from '#shared/core/text'
import { parseHeadcount } from './headcount.ts'
import type { Headcount } from './headcount.ts'
import type { PlanProject, PlanRemark, PlanRemarkCode } from './model.ts'
import { modesOf, unreadModes } from './modes.ts'
import type { ModeTable } from './modes.ts'
import { parseMonths } from './months.ts'
import type { PlanField } from './plan-columns.ts'
import type { PlanDraft } from './read-plan-table.ts'

/** A project with its texts read, and a remark for each that could not be; the wording is always kept. */
export function draftToProject(
  draft: PlanDraft,
  no: number,
  modeTable: ModeTable,
): { readonly project: PlanProject; readonly remarks: readonly PlanRemark[] } {
  const { name, headcount, mode, time, place } = draft.fields
  const stated = parseHeadcount(headcount.text)
  // One figure for several projects counts with the first only, else the year's total would be too high.
  const isShared = headcount.isFromAbove && stated.headcount !== null
  const people: Headcount = isShared ? { headcount: null, headcountKind: 'unknown' } : stated
  const project: PlanProject = {
    no,
    name: onOneLine(name.text),
    originalName: name.text,
    headcountText: headcount.text,
    ...people,
    modeText: mode.text,
    modes: modesOf(mode.text, modeTable),
    timeText: time.text,
    months: parseMonths(time.text),
    place: place.text,
  }
  return { project, remarks: unreadRemarks(draft, project, { modeTable, isShared }) }
}

function unreadRemarks(
  { sheet, row, columns }: PlanDraft,
  project: PlanProject,
  { modeTable, isShared }: { readonly modeTable: ModeTable; readonly isShared: boolean },
): readonly PlanRemark[] {
  const { headcountText, headcountKind, modeText, timeText, months } = project
  const words = unreadModes(modeText, modeTable)
  const isUnread = headcountKind === 'unknown' && !isShared
  const doubts: readonly (readonly [PlanRemarkCode, PlanField, boolean, string])[] = [
    ['headcount-shared', 'headcount', isShared, headcountText],
    ['headcount-unread', 'headcount', isUnread, headcountText],
    ['mode-unread', 'mode', words.length > 0 || modeText === '', words.join('、')],
    ['time-unread', 'time', months.length === 0, timeText],
  ]
  return doubts.flatMap(([code, field, isDoubtful, text]) =>
    isDoubtful && columns.includes(field) ? [{ sheet, row, code, text: onOneLine(text) }] : [],
  )
}
