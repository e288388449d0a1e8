/** What an examined roster is made of. Every code has one sentence in resources/locales/…/roster.json. */
import type { RepairReason } from '#shared/people/repair'
import type { Sex } from '#shared/people/model'

/** Why a person's row waits for an answer instead of being taken. */
export const heldCodes = [
  'id-damaged',
  'id-check-digit',
  'id-missing',
  'id-length',
  'same-id-other-name',
  'unreadable',
] as const

/** Why a line below the header is no further person. */
export const ignoredCodes = [
  'total',
  'note',
  'signature',
  'header-again',
  'number-only',
  'duplicate',
] as const

/** What is worth telling although it stops nothing. */
export const remarkCodes = [
  'phone-wrong',
  'sex-unreadable',
  'type-unknown',
  'total-differs',
  'column-twice',
  'sheet-without-header',
  'lines-above-header',
  'sheet-hidden',
  'rows-hidden',
  'values-differ',
  'cell-unreadable',
] as const

export type HeldCode = (typeof heldCodes)[number]
export type IgnoredCode = (typeof ignoredCodes)[number]
export type RemarkCode = (typeof remarkCodes)[number]

/** A line of the file: the sheet's name and its own row number, from 1. */
export interface RosterPlace {
  readonly sheet: string
  readonly row: number
}

export interface RosterRow extends RosterPlace {
  readonly name: string
  readonly docType: string
  readonly docNo: string
  readonly sex: Sex
  readonly unit: string
  readonly stage: string
  readonly subject: string
  readonly title: string
  readonly phone: string
  readonly note: string
}

export type RosterText = Exclude<keyof RosterRow, keyof RosterPlace | 'sex' | 'docType'>

export interface IgnoredLine extends RosterPlace {
  readonly code: IgnoredCode
  /** What stands in the line, so that a person can see it was rightly left out. */
  readonly text: string
}

export interface HeldRow extends RosterPlace {
  readonly name: string
  readonly code: HeldCode
}

export interface RosterRepair extends RosterPlace {
  readonly field: RosterText
  readonly from: string
  readonly to: string
  readonly reason: RepairReason
}

export interface DuplicateRow extends RosterPlace {
  readonly name: string
  readonly sameAs: RosterPlace
}

export interface RosterRemark extends RosterPlace {
  readonly code: RemarkCode
  /** The values that the sentence names. */
  readonly params: Readonly<Record<string, string | number>>
}

/** Always: `clean.length + ignored.length + held.length = rows`. */
export interface RosterExamination {
  readonly rows: number
  readonly clean: readonly RosterRow[]
  readonly ignored: readonly IgnoredLine[]
  readonly held: readonly HeldRow[]
  readonly repaired: readonly RosterRepair[]
  readonly duplicates: readonly DuplicateRow[]
  readonly remarks: readonly RosterRemark[]
}
