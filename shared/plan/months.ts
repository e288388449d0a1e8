import { comparable } from '#shared/core/text'
import { withArabicNumbers } from './chinese-numerals.ts'

/** Words for months of the year. School holidays are the usual ones of the country, not a calendar. */
const namedMonths: readonly (readonly [RegExp, number, number])[] = [
  [/全年|全学年|常年|长期|每月|每季度/, 1, 12],
  [/上半年/, 1, 6],
  [/下半年/, 7, 12],
  [/寒假/, 1, 2],
  [/暑假|暑期/, 7, 8],
]

/**
 * The months that the plan's 拟培训时间 names, 1 to 12, sorted: `4月`, `全年`, `4—6月`, `5月、10月`,
 * `2024年5月`, `第二季度`, `暑假`. Days are left out. A span that runs into the next year ends in
 * December, since those months belong to another plan. Text that names no month gives none.
 */
export function parseMonths(text: string): readonly number[] {
  const plain = withOneNotation(text)
  const months = new Set<number>()
  for (const [word, from, to] of namedMonths) if (word.test(plain)) addSpan(months, from, to)
  for (const [, run] of plain.matchAll(/第?(\d(?:[-、]第?\d)*)季度/g)) {
    for (const [from, to] of spansOf(run ?? '', 4)) addSpan(months, from * 3 - 2, to * 3)
  }
  const onlyMonths = withoutYearsAndDays(plain)
  for (const [run] of onlyMonths.matchAll(
    /(?<![\d.])\d{1,2}(?!\d)月?(?:[-、]\d{1,2}(?!\d)月?)*/g,
  )) {
    // A bare number is a month only when the cell holds nothing else.
    if (!run.includes('月') && run !== onlyMonths) continue
    for (const [from, to] of spansOf(run, 12)) addSpan(months, from, to)
  }
  return [...months].sort((a, b) => a - b)
}

/** Arabic digits, `-` for a span, `、` for a list, `M月` for a month in any dated form. */
function withOneNotation(text: string): string {
  const oneLine = text
    .trim()
    .replace(/\d{1,2}:\d{2}(?::\d{2})?/g, '')
    .replace(/\s*\n\s*/g, '、')
  return withArabicNumbers(
    comparable(oneLine).replace(/二[〇零][〇零一二三四五六七八九]{2}年/g, ''),
  )
    .replace(/20\d{2}([-./])(\d{1,2})(?:\1\d{1,2}(?![\d月]))?月?/g, '$2月')
    .replace(/[~–—―至到-]+/g, '-')
    .replace(/[,;/和与及或]+/g, '、')
    .replace(/、?-、?/g, '-')
    .replace(/月份/g, '月')
}

function withoutYearsAndDays(plain: string): string {
  return plain
    .replace(/年[底末]/g, '年12月')
    .replace(/年初/g, '年1月')
    .replace(/第?[\d、-]+季度/g, '')
    .replace(/(?:20)?\d{2}年度?|[次翌明当本今]?年/g, '')
    .replace(/(?<=月)\d{1,2}(?![\d月])[日号]?/g, '')
    .replace(/[-、]?\d{1,2}[日号]/g, '')
    .replace(/(?<=月)(?:[上中下]{1,2}旬|[初中底末起])/g, '')
    .replace(/(?<=\d)\.(?=\d{1,2}月)/g, '、')
}

/** The spans of a list such as `4-6、9`; a part with a number above the highest names nothing. */
function spansOf(run: string, highest: number): readonly (readonly [number, number])[] {
  return run.split('、').flatMap((part) => {
    const numbers = [...part.matchAll(/\d+/g)].map(Number)
    if (numbers.some((n) => n < 1 || n > highest)) return []
    const [from, to = from] = [numbers[0], numbers.at(-1)]
    if (from === undefined || to === undefined) return []
    return [[from, to < from ? highest : to] as const]
  })
}

function addSpan(months: Set<number>, from: number, to: number): void {
  for (let month = from; month <= to; month += 1) months.add(month)
}
