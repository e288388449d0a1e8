import { z } from 'zod'
import { idSchema, procedure } from '#shared/core/contract'
import { teacherFields } from './teacher-field.ts'

/** A teacher is named by the register's id or by the document number. */
export const whoSchema = z.object({
  docNo: z.string().default(''),
  teacherId: z.string().default(''),
})

export const peopleContract = {
  setTeacher: procedure
    .input(whoSchema.extend({ field: z.enum(teacherFields), value: z.string().trim() }))
    .output(z.object({ teacherId: idSchema })),
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
