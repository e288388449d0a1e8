import { z } from 'zod'

/**
 * A teacher: one person by kind and number of document. `docType` is a code of
 * resources/code-tables/document-types.json, `sex` a code of GB/T 2261.1 (1 男, 2 女) or empty when
 * no paper says; `unitId` is empty while the unit is unknown.
 */
export const teacherSchema = z.object({
  id: z.string().min(1),
  docType: z.string().min(1),
  docNo: z.string().min(1),
  name: z.string().min(1),
  sex: z.enum(['', '1', '2']),
  phone: z.string(),
  unitId: z.string(),
  stage: z.string(),
  subject: z.string(),
  title: z.string(),
})

export type Teacher = Readonly<z.infer<typeof teacherSchema>>
export type Sex = Teacher['sex']
