/**
 * From registered hours to the rows of a platform's import file.
 *
 * Invariants: every fact is either one row or blocked with at least one reason; a row has as many
 * cells as the header; whatever differs from the ledger is listed.
 */
import type { LocalDate } from '#shared/core/dates'
import { type Rounding, roundHours } from '#shared/hours/rule-set'
import type { ExportProfile, ProfileColumn } from './profile.ts'

/** Why somebody is not in the file. Sentences: group `blocked` of exports.json. */
export const blockedCodes = [
  'missing',
  'too-long',
  'no-code',
  'out-of-range',
  'document-invalid',
  'year-differs',
  'dates-reversed',
  'duplicate',
  'over-max-rows',
] as const
export type BlockedCode = (typeof blockedCodes)[number]

/** One registered line of the ledger with what the platform wants to know about it. */
export interface ExportFact {
  readonly entryId: string
  readonly teacherId: string
  readonly name: string
  readonly docType: string
  readonly docNo: string
  /** Whether the number is right for its type of document: the register knows. */
  readonly isDocumentValid: boolean
  readonly year: number
  readonly category: string
  readonly projectName: string
  readonly organisation: string
  readonly mode: string
  readonly hours: number
  /** null or 0 where no credits are given. */
  readonly credits: number | null
  readonly from: LocalDate | ''
  readonly to: LocalDate | ''
}

/** A code table of resources/code-tables, as far as an export needs it. */
export type CodeTable = readonly { readonly code: string; readonly name: string }[]

interface About {
  readonly entryId: string
  readonly teacherId: string
  readonly name: string
}

export interface Blocked extends About {
  readonly code: BlockedCode
  readonly params: Readonly<Record<string, string | number>>
}

export interface ExportDifference extends About {
  readonly header: string
  readonly registered: number
  readonly exported: number
}

export interface ExportRows {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The ledger line of each row, in the rows' order. */
  readonly entryIds: readonly string[]
  /** One line per reason; a person may have several. */
  readonly blocked: readonly Blocked[]
  /** Where the whole number in the file is not the number in the ledger. */
  readonly differences: readonly ExportDifference[]
  /** Cells that got an apostrophe in front, so that no spreadsheet takes them for a formula. */
  readonly neutralised: readonly (About & { readonly header: string })[]
  readonly rounding: Rounding
}

export interface ExportOrder {
  readonly profile: ExportProfile
  readonly facts: readonly ExportFact[]
  readonly codeTables: Readonly<Record<string, CodeTable>>
  /** Of the hours rule under which the facts were registered; the profile's own goes before it. */
  readonly rounding: Rounding
}

/**
 * The file's rows by the profile. Blocked instead of exported is who lacks a required value, has
 * a name that is too long, no code, a wrong document number, hours outside the platform's range,
 * dates that contradict each other or the year, a row already in this file, or no room in it.
 */
export function exportRows(order: ExportOrder): ExportRows {
  const rounding = order.profile.rounding ?? order.rounding
  const lines = order.facts.map((fact) => lineOf(fact, { ...order, rounding }))
  const blocked = lines.flatMap((line) => line.problems)
  const sound = lines.filter((line) => line.problems.length === 0)
  const first = new Map<string, Line>()
  for (const line of sound) if (!first.has(line.sameness)) first.set(line.sameness, line)
  const unique = [...first.values()]
  const repeated = sound.filter((line) => first.get(line.sameness) !== line)
  const most = order.profile.maxRows ?? unique.length
  const kept = unique.slice(0, most)
  return {
    header: order.profile.columns.map((column) => column.header),
    rows: kept.map((line) => line.cells.map((cell) => neutralised(cell.text))),
    entryIds: kept.map((line) => line.about.entryId),
    blocked: [
      ...blocked,
      ...repeated.map((line) => blockedBecause(line.about, 'duplicate')),
      ...unique.slice(most).map((line) => blockedBecause(line.about, 'over-max-rows', { most })),
    ],
    differences: kept.flatMap(differencesOf),
    neutralised: kept.flatMap(neutralisedOf),
    rounding,
  }
}

/**
 * A value that a spreadsheet could take for a formula gets an apostrophe in front: one that
 * begins with = + - @, a tab or a line break. A text cell would not be computed, but a file may
 * be saved again as csv by people, and a csv is.
 */
export function neutralised(value: string): string {
  return /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
}

/** A filled cell, or why it cannot be filled. */
interface Cell {
  readonly header: string
  readonly text: string
  readonly problem?: Pick<Blocked, 'code' | 'params'>
  readonly rounded?: { readonly registered: number; readonly exported: number }
}

interface Line {
  readonly about: About
  readonly cells: readonly Cell[]
  readonly problems: readonly Blocked[]
  /** Equal for two lines that the platform would take for the same training of the same person. */
  readonly sameness: string
}

function lineOf(fact: ExportFact, order: ExportOrder): Line {
  const about = { entryId: fact.entryId, teacherId: fact.teacherId, name: fact.name }
  const cells = order.profile.columns.map((column) => fillCell(column, fact, order))
  const { docType, docNo, projectName, from, to } = fact
  return {
    about,
    cells,
    problems: [...cells.flatMap((cell) => cell.problem ?? []), ...contradictions(fact)].map(
      ({ code, params }) => blockedBecause(about, code, params),
    ),
    sameness: JSON.stringify([docType, docNo, projectName, from, to]),
  }
}

function blockedBecause(about: About, code: BlockedCode, params: Blocked['params'] = {}): Blocked {
  return { ...about, code, params }
}

function contradictions(fact: ExportFact): readonly Pick<Blocked, 'code' | 'params'>[] {
  const { from, to, year, docNo } = fact
  const found: Pick<Blocked, 'code' | 'params'>[] = []
  if (docNo !== '' && !fact.isDocumentValid) found.push({ code: 'document-invalid', params: {} })
  if (from === '' || to === '') return found
  if (to < from) return [...found, { code: 'dates-reversed', params: { from, to } }]
  if (year < yearOf(from) || year > yearOf(to)) {
    found.push({ code: 'year-differs', params: { year, from, to } })
  }
  return found
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

function fillCell(column: ProfileColumn, fact: ExportFact, order: ExportOrder): Cell {
  const cell = valueOf(column, fact, order)
  return cell.text === '' && column.required
    ? { ...cell, problem: { code: 'missing', params: { column: column.header } } }
    : cell
}

function valueOf(column: ProfileColumn, fact: ExportFact, order: ExportOrder): Cell {
  switch (column.kind) {
    case 'text':
      return textCell(column, fact[column.field].trim())
    case 'code':
      return codeCell(column, fact[column.field], order)
    case 'integer':
      return integerCell(column, fact, order.rounding)
    case 'date': {
      const separator = { 'YYYY-MM-DD': '-', 'YYYY/MM/DD': '/', YYYYMMDD: '' }
      const text = fact[column.field].replaceAll('-', separator[order.profile.dateFormat])
      return { header: column.header, text }
    }
  }
}

function textCell(column: ProfileColumn & { readonly kind: 'text' }, text: string): Cell {
  const { header, maxLength: most } = column
  // Counted in characters, not in UTF-16 units: a rare character is one.
  const { length } = Array.from(text)
  return most !== undefined && length > most
    ? { header, text, problem: { code: 'too-long', params: { column: header, length, most } } }
    : { header, text }
}

function codeCell(
  column: ProfileColumn & { readonly kind: 'code' },
  code: string,
  { profile, codeTables }: ExportOrder,
): Cell {
  const { header } = column
  if (code === '') return { header, text: '' }
  const known = codeTables[column.codeTable]?.find((row) => row.code === code)
  return known
    ? { header, text: profile.codeAs === 'code' ? known.code : known.name }
    : { header, text: code, problem: { code: 'no-code', params: { column: header, value: code } } }
}

function integerCell(
  column: ProfileColumn & { readonly kind: 'integer' },
  fact: ExportFact,
  rounding: Rounding,
): Cell {
  const { header, field, least, most } = column
  const registered = fact[field]
  // No credits and nothing of them are the same to a platform that does not ask for them.
  if (registered === null || (field === 'credits' && registered === 0)) return { header, text: '' }
  const exported = roundHours(registered, rounding)
  const text = String(exported)
  if (exported < least || exported > most) {
    const params = { column: header, value: exported, least, most }
    return { header, text, problem: { code: 'out-of-range', params } }
  }
  return exported === registered
    ? { header, text }
    : { header, text, rounded: { registered, exported } }
}

function differencesOf({ about, cells }: Line): readonly ExportDifference[] {
  return cells.flatMap(({ header, rounded }) => (rounded ? { ...about, header, ...rounded } : []))
}

function neutralisedOf({ about, cells }: Line): ExportRows['neutralised'] {
  return cells
    .filter(({ text }) => neutralised(text) !== text)
    .map(({ header }) => ({ ...about, header }))
}
