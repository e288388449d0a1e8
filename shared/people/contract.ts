import { z } from 'zod'
import { idSchema, procedure } from '#shared/core/contract'

/** A teacher is named by the register's id or by the document number. */
export const whoSchema = z.object({
  docNo: z.string().default(''),
  teacherId: z.string().default(''),
})

export const teacherFields = ['name', 'unit', 'phone', 'sex', 'stage', 'subject', 'title'] as const

export const peopleContract = {
  setTeacher: procedure
    .input(whoSchema.extend({ field: z.enum(teacherFields), value: z.string().trim() }))
    .output(z.object({ teacherId: idSchema })),
  /** Teachers, units and sessions by characters, pinyin initials or the last digits of a number. */
  find: procedure.input(z.object({ text: z.string().max(50) })).output(
    z.object({
      found: z.array(
        z.object({
          kind: z.enum(['teacher', 'unit', 'session', 'project']),
          id: idSchema,
          title: z.string(),
          detail: z.string(),
        }),
      ),
    }),
  ),
  list: procedure.output(
    z.object({
      teachers: z.number().int(),
      units: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          confirmed: z.boolean(),
          teachers: z.number().int(),
        }),
      ),
    }),
  ),
}
