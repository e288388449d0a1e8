import { z } from 'zod'
import { roundings } from '#shared/hours/rule-set'
import nationalJson from '#resources/export-profiles/national.json' with { type: 'json' }

/** What a column can be filled from. */
export const textFields = ['name', 'docNo', 'projectName', 'organisation'] as const
export const codeFields = ['docType', 'category', 'mode'] as const
export const integerFields = ['year', 'hours', 'credits'] as const
export const dateFields = ['from', 'to'] as const

const common = {
  header: z.string().min(1),
  required: z.boolean(),
  source: z.string().min(1),
  /** A guess of ours that a school replaces when its province's form says otherwise. */
  editableDefault: z.boolean(),
}

const columnSchema = z.discriminatedUnion('kind', [
  z
    .object({
      ...common,
      kind: z.literal('text'),
      field: z.enum(textFields),
      /** In characters; none when the platform states none. */
      maxLength: z.number().int().min(1).optional(),
    })
    .readonly(),
  z
    .object({
      ...common,
      kind: z.literal('code'),
      field: z.enum(codeFields),
      /** Name of a table in resources/code-tables. */
      codeTable: z.string().min(1),
    })
    .readonly(),
  z
    .object({
      ...common,
      kind: z.literal('integer'),
      field: z.enum(integerFields),
      least: z.number().int(),
      most: z.number().int(),
    })
    .readonly(),
  z.object({ ...common, kind: z.literal('date'), field: z.enum(dateFields) }).readonly(),
])
export type ProfileColumn = z.infer<typeof columnSchema>

/** 导出方案: the form of one platform's import file, as data that a school may copy and change. */
export const exportProfileSchema = z
  .object({
    id: z.string().min(1),
    version: z.number().int().min(1),
    name: z.string().min(1),
    source: z.string().min(1),
    editableDefault: z.boolean(),
    fileType: z.literal('xlsx'),
    sheetName: z.string().min(1).max(31),
    /** Most people in one file; null when the platform states none. */
    maxRows: z.number().int().min(1).nullable(),
    /** `{session}` and `{date}` are replaced; never a person's data. */
    fileName: z.string().min(1),
    /** Whether a code column holds the code or its words. */
    codeAs: z.enum(['code', 'text']),
    dateFormat: z.enum(['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYYMMDD']),
    /** null: as the hours rule says. */
    rounding: z.enum(roundings).nullable(),
    columns: z.array(columnSchema).min(1).readonly(),
  })
  .readonly()
export type ExportProfile = z.infer<typeof exportProfileSchema>

/** The shipped profile of 全国教师管理信息系统-国内培训, from resources/export-profiles/national.json. */
export const nationalProfile: ExportProfile = exportProfileSchema.parse(nationalJson)

/** The name of the file, with signs that Windows or FAT32 refuse written as `_`. */
export function exportFileName(
  profile: Pick<ExportProfile, 'fileName' | 'fileType'>,
  values: { readonly session: string; readonly date: string },
): string {
  const name = profile.fileName
    .replaceAll('{session}', () => values.session)
    .replaceAll('{date}', () => values.date)
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}.${profile.fileType}`
}
