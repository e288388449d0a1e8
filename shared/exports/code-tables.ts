import { z } from 'zod'
import { documentTypes } from '#shared/people/document-types'
import categoriesJson from '#resources/code-tables/training-categories.json' with { type: 'json' }
import modesJson from '#resources/code-tables/training-modes.json' with { type: 'json' }
import type { CodeTable } from './rows.ts'

const codesSchema = z.object({ codes: z.array(z.object({ code: z.string(), name: z.string() })) })

/** The code tables that an export profile may name, from resources/code-tables. */
export const codeTables: Readonly<Record<string, CodeTable>> = {
  'document-types': documentTypes,
  'training-categories': codesSchema.parse(categoriesJson).codes,
  'training-modes': codesSchema.parse(modesJson).codes,
}
