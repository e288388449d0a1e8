import { z } from 'zod'
import trainingModes from '#resources/code-tables/training-modes.json' with { type: 'json' }
import { comparable } from '#shared/core/text'

const wordSchema = z.object({
  word: z.string().min(1),
  /** Null: the word is known but says nothing about the way of training. */
  code: z.string().nullable(),
  /** A lecture or a class meeting is face to face, unless the same words put it online. */
  unlessOnline: z.boolean().default(false),
})

/** The visible table from the school's words to the platform's codes of 培训方式; schools may extend it. */
export const modeTableSchema = z
  .object({
    source: z.string().min(1),
    date: z.iso.date(),
    codes: z.array(z.object({ code: z.string(), name: z.string() })),
    faceToFace: z.array(z.string()),
    online: z.string(),
    /** Face to face and online in one project. */
    combined: z.string(),
    /** Words are given, but none that the table knows. */
    other: z.string(),
    words: z.array(wordSchema),
  })
  .refine(
    ({ codes, faceToFace, online, combined, other, words }) => {
      const known = new Set(codes.map(({ code }) => code))
      const used = [...faceToFace, online, combined, other, ...words.flatMap((w) => w.code ?? [])]
      return used.every((code) => known.has(code))
    },
    { error: 'unknown code' },
  )
  .refine(({ words }) => new Set(words.map(({ word }) => word)).size === words.length, {
    error: 'repeated word',
  })
export type ModeTable = z.infer<typeof modeTableSchema>

/** The table that comes with the program. */
export const shippedModeTable: ModeTable = modeTableSchema.parse(trainingModes)

type ModeWord = ModeTable['words'][number]

/**
 * The platform codes of a project's 培训方式, sorted, each once. Face-to-face and online words in one
 * project make the combined code alone (线上研修、集中培训 → 4); words the table does not know, or only
 * words without a code, make 9; an empty cell makes none. Source of the codes: the table's own.
 */
export function modesOf(text: string, table: ModeTable): readonly string[] {
  const parts = partsOf(text)
  if (parts.length === 0) return []
  const codes = new Set(parts.flatMap((part) => codesOfPart(part, table)))
  if (codes.size === 0) return [table.other]
  const isFaceToFace = table.faceToFace.some((code) => codes.has(code))
  const isBoth = codes.has(table.combined) || (codes.has(table.online) && isFaceToFace)
  if (!isBoth) return [...codes].sort()
  const rest = [...codes].filter((c) => c !== table.online && !table.faceToFace.includes(c))
  return [...new Set([...rest, table.combined])].sort()
}

/** The parts of a 培训方式 that no word of the table explains, in their order, for a remark. */
export function unreadModes(text: string, table: ModeTable): readonly string[] {
  return partsOf(text).filter((part) => wordsIn(part, table).length === 0)
}

function partsOf(text: string): readonly string[] {
  return text
    .split(/[\s、，,；;。/+＋&]+|以及|[和与及]/)
    .map(comparable)
    .filter((part) => part !== '')
}

function codesOfPart(part: string, table: ModeTable): readonly string[] {
  const words = wordsIn(part, table)
  const isOnline = words.some(({ code }) => code === table.online)
  return words
    .filter(({ unlessOnline }) => !(unlessOnline && isOnline))
    .flatMap(({ code }) => code ?? [])
}

/** Longer words first, and each letter once, so that a short word inside a longer one is not read again. */
function wordsIn(part: string, table: ModeTable): readonly ModeWord[] {
  let rest = part
  return [...table.words]
    .sort((a, b) => b.word.length - a.word.length)
    .filter(({ word }) => {
      const found = rest.includes(word)
      rest = rest.replaceAll(word, '|')
      return found
    })
}
