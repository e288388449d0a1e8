import { comparable } from '#shared/core/text'
import { withArabicNumbers } from './chinese-numerals.ts'
import type { headcountKinds } from './model.ts'

export interface Headcount {
  readonly headcount: number | null
  readonly headcountKind: (typeof headcountKinds)[number]
}

const unknown: Headcount = { headcount: null, headcountKind: 'unknown' }
const everyoneWords = /全员|全体|全部|所有/
const aboutWords =
  /大约|约|预计|左右|上下|以[上下内]|不少于|不超过|不低于|至少|最多|近(?=\d)|(?<=\d)[余多来+]|次(?!\S)/g
const rangeOfPeople = /(?<![\d.])(\d{1,6})[人名位]?[-~–—―至到](\d{1,6})(?![\d.])/
/** Places for a school, a term or a class are no headcount of the project. */
const perSomething = /每|各[校园班]|[/×*]/

/**
 * How many learners the plan foresees: `300人` exactly 300, `约120人` about 120, `全员` everyone
 * (no figure). A range counts with its upper end, since rooms and places must do for the most who
 * may come, and is `about`. A part named after the total (其中…, in brackets) does not count.
 * Unknown are words without a figure, places per school or term, and several figures side by side:
 * adding them up would be a guess.
 */
export function parseHeadcount(text: string): Headcount {
  const whole = comparable(text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  const plain = (/\d/.test(whole) ? whole : withArabicNumbers(whole)).replace(
    /[,;]?(?:其中|包括|含).*$/,
    '',
  )
  const outside = plain.replace(/\([^()]*\)/g, '')
  const inQuestion = /\d/.test(outside) || everyoneWords.test(outside) ? outside : plain
  if (perSomething.test(inQuestion)) return unknown
  const range = rangeOfPeople.exec(inQuestion)
  if (range) return about(Math.max(Number(range[1]), Number(range[2])))
  return figureOf(inQuestion)
}

function figureOf(text: string): Headcount {
  const bare = text.replace(aboutWords, '')
  const figures = [...bare.matchAll(/(?<![\d.])(\d{1,6})个?[人名位]|^(\d{1,6})$/g)]
  if (figures.length > 1) return unknown
  const figure = figures[0]?.[1] ?? figures[0]?.[2]
  if (figure !== undefined) {
    return bare === text
      ? { headcount: Number(figure), headcountKind: 'exact' }
      : about(Number(figure))
  }
  return everyoneWords.test(text) ? { headcount: null, headcountKind: 'everyone' } : unknown
}

function about(headcount: number): Headcount {
  return { headcount, headcountKind: 'about' }
}
