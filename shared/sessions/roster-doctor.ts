/**
 * Examines a roster before anything is stored. Every line below a header comes out exactly once:
 * clean, ignored or held. Nothing is changed without a repair that says so.
 */
import type { Sheet } from '#shared/core/sheets'
import { comparable } from '#shared/core/text'
import { ok, refuse, type Result } from '#shared/core/result'
import type { HeldCode, RosterExamination, RosterPlace, RosterRemark } from './roster-model.ts'
import type { RosterDraft } from './roster-row.ts'
import { readRosterSheet, type SheetReading } from './roster-sheet.ts'

/** Examines every sheet of a roster; refuses `no-roster-header` when no sheet has a header row. */
export function examineRoster(sheets: readonly Sheet[]): Result<RosterExamination> {
  const readings = sheets.map(readRosterSheet)
  if (!readings.some((reading) => reading.hasHeader)) return refuse('no-roster-header')
  const drafts = readings.flatMap((reading) => reading.drafts)
  const duplicates = findDuplicates(drafts)
  const single = drafts.filter((draft) => !duplicates.has(draft))
  const contested = contestedNumbers(drafts)
  const faultOf = (draft: RosterDraft): HeldCode | null =>
    draft.fault ?? (contested.has(draft.identity) ? 'same-id-other-name' : null)
  const held = single.flatMap((draft) => {
    const code = faultOf(draft)
    return code === null ? [] : [{ ...placeOf(draft.row), name: draft.row.name, code }]
  })
  const clean = single.filter((draft) => faultOf(draft) === null).map((draft) => draft.row)
  const ignored = [
    ...readings.flatMap((reading) => reading.ignored),
    ...[...duplicates].map(([{ row }]) => ({
      ...placeOf(row),
      code: 'duplicate' as const,
      text: row.name,
    })),
  ]
  return ok({
    rows: drafts.length + readings.reduce((sum, reading) => sum + reading.ignored.length, 0),
    clean,
    ignored,
    held,
    repaired: single.flatMap((draft) => draft.repairs),
    duplicates: [...duplicates].map(([{ row }, first]) => ({
      ...placeOf(row),
      name: row.name,
      sameAs: placeOf(first.row),
    })),
    remarks: [
      ...readings.flatMap((reading) => reading.remarks),
      ...single.flatMap((draft) => draft.remarks),
      ...readings.flatMap((reading) => totalRemarks(reading, duplicates)),
    ],
  })
}

/**
 * Each repeated row with the row it repeats: same number and same name. A damaged number proves
 * nothing by itself, for two people may share what is left of it, so unit and phone must be there
 * and agree as well; a row without a number repeats no one.
 */
function findDuplicates(drafts: readonly RosterDraft[]): ReadonlyMap<RosterDraft, RosterDraft> {
  const firsts = new Map<string, RosterDraft>()
  const duplicates = new Map<RosterDraft, RosterDraft>()
  for (const draft of drafts) {
    const key = sameRowKey(draft)
    if (key === null) continue
    const first = firsts.get(key)
    if (first) duplicates.set(draft, first)
    else firsts.set(key, draft)
  }
  return duplicates
}

function sameRowKey({ row, fault, identity }: RosterDraft): string | null {
  const person = [identity, nameKey(row.name)]
  switch (fault) {
    case 'unreadable':
    case 'id-missing':
      return null
    case 'id-damaged':
      return row.phone === ''
        ? null
        : JSON.stringify(['damaged', ...person, comparable(row.unit), row.phone])
    case 'id-check-digit':
    case 'id-length':
    case 'same-id-other-name':
    case null:
      return JSON.stringify(person)
  }
}

/** Good numbers that stand under more than one name. */
function contestedNumbers(drafts: readonly RosterDraft[]): ReadonlySet<string> {
  const names = new Map<string, string>()
  const contested = new Set<string>()
  for (const { row, fault, identity } of drafts) {
    if (fault !== null) continue
    const name = nameKey(row.name)
    if ((names.get(identity) ?? name) !== name) contested.add(identity)
    names.set(identity, name)
  }
  return contested
}

/** One name, however its dots were typed. */
function nameKey(name: string): string {
  return comparable(name).replace(/[•‧・･.]/g, '·')
}

/** A total may count a repeated line or not; a remark when it agrees with neither count. */
function totalRemarks(
  { totals, drafts }: SheetReading,
  duplicates: ReadonlyMap<RosterDraft, RosterDraft>,
): readonly RosterRemark[] {
  return totals.flatMap(({ place, stated }) => {
    const above = drafts.filter((draft) => draft.row.row < place.row)
    const repeats = above.filter((draft) => duplicates.get(draft)?.row.sheet === place.sheet)
    const counted = above.length - repeats.length
    return stated >= counted && stated <= above.length
      ? []
      : [{ ...place, code: 'total-differs' as const, params: { stated, counted } }]
  })
}

function placeOf({ sheet, row }: RosterPlace): RosterPlace {
  return { sheet, row }
}
