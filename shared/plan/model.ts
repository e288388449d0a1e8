import { z } from 'zod'

/** A figure, a figure with a 约 or a range about it, 全员 without a figure, or nothing that can be read. */
export const headcountKinds = ['exact', 'about', 'everyone', 'unknown'] as const

/** One numbered row of the year's plan: the wording as printed, and beside it what was read from it. */
export const planProjectSchema = z.object({
  no: z.number().int().positive(),
  /** The name on one line, as it is searched, listed and printed. */
  name: z.string().min(1),
  /** The name with the line break it has in the file. */
  originalName: z.string(),
  headcountText: z.string(),
  headcount: z.number().int().nonnegative().nullable(),
  headcountKind: z.enum(headcountKinds),
  modeText: z.string(),
  /** Codes of 培训方式 on the national platform: 1, 2, 3, 4 or 9, sorted. */
  modes: z.array(z.string()).readonly(),
  timeText: z.string(),
  /** 1 to 12, sorted; empty when the text names no month. */
  months: z.array(z.number().int().min(1).max(12)).readonly(),
  place: z.string(),
})
export type PlanProject = Readonly<z.infer<typeof planProjectSchema>>

/**
 * What became of a line below a header that is no project, or of a numbered one above the first; each
 * such line has exactly one of these.
 */
export const ignoredRowCodes = [
  'note',
  'total-row',
  'text-line',
  'name-missing',
  'row-joined',
  'header-repeated',
  'line-above-header',
] as const

/** Everything an import of the plan says to the person who reads it. */
export const planRemarkCodes = [
  ...ignoredRowCodes,
  'sheet-ignored',
  'sheet-hidden',
  'column-ignored',
  'no-number-column',
  'no-headcount-column',
  'no-mode-column',
  'no-time-column',
  'number-missing',
  'number-unread',
  'number-repeated',
  'headcount-unread',
  'headcount-shared',
  'mode-unread',
  'time-unread',
  'total-differs',
] as const
export type PlanRemarkCode = (typeof planRemarkCodes)[number]

/** Does this code account for a whole line of the file, rather than tell of a doubt in one? */
export function isIgnoredRow(code: PlanRemarkCode): boolean {
  return ignoredRowCodes.some((ignored) => ignored === code)
}

/** A remark about one line of the file, with the words or figures it is about. */
export const planRemarkSchema = z.object({
  sheet: z.string(),
  row: z.number().int().positive(),
  code: z.enum(planRemarkCodes),
  text: z.string(),
})
export type PlanRemark = Readonly<z.infer<typeof planRemarkSchema>>
