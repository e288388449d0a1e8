import { z } from 'zod'
import { comparable } from '#shared/core/text'
import table from '#resources/code-tables/document-types.json' with { type: 'json' }

const documentTypeSchema = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  /** The national rule that makes this number, where there is one. */
  numbering: z.literal('GB 11643').optional(),
  /** Fewest and most characters, for types without such a rule. */
  length: z.tuple([z.int(), z.int()]).optional(),
})

export type DocumentType = Readonly<z.infer<typeof documentTypeSchema>>

/** Every kind of identity document a teacher may bring, in the order of the code table. */
export const documentTypes: readonly DocumentType[] = z
  .object({ types: z.array(documentTypeSchema) })
  .parse(table).types

/** The kind of document with this code, or null. */
export function documentTypeWithCode(code: string): DocumentType | null {
  return documentTypes.find((type) => type.code === code) ?? null
}

/**
 * The codes that a word in a 证件类型 column may mean: its code, its name or a usual other name.
 * None when the word is unknown; several when one word serves two codes (回乡证 for Hong Kong and
 * Macau).
 */
export function documentTypesNamed(word: string): readonly string[] {
  const wanted = comparable(word).toUpperCase()
  return documentTypes
    .filter((type) => [type.code, type.name, ...type.aliases].includes(wanted))
    .map((type) => type.code)
}
