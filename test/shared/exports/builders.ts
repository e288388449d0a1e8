import { localDateSchema } from '#shared/sessions/model'
import type { CodeTable, ExportFact } from '#shared/exports/rows'
import categories from '#resources/code-tables/training-categories.json' with { type: 'json' }

export const codeTables: Readonly<Record<string, CodeTable>> = {
  'document-types': [{ code: '1', name: '居民身份证' }],
  'training-categories': categories.codes,
  'training-modes': [
    { code: '2', name: '短期面授培训' },
    { code: '3', name: '网络研修' },
  ],
}

/** An invented teacher's 16 hours of one spring class. */
export function aFact(changes: Partial<ExportFact> = {}): ExportFact {
  return {
    entryId: 'h1',
    teacherId: 't1',
    name: '林知远',
    docType: '1',
    docNo: '411003198001010010',
    isDocumentValid: true,
    year: 2024,
    category: '40',
    projectName: '初中数学骨干教师培训',
    organisation: '建安区教师进修学校',
    mode: '2',
    hours: 16,
    credits: 0,
    from: localDateSchema.parse('2024-04-15'),
    to: localDateSchema.parse('2024-04-16'),
    ...changes,
  }
}
