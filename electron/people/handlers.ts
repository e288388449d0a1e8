import { teacherFieldValue } from '#shared/people/teacher-field'
import { occasionOf, os, vaultOf } from '#electron/context'
import { valueOf } from '#electron/ipc/refusals'
import type { Change } from '#electron/store/apply-changes'
import { countTeachers, isNewUnit, newUnit, unitId, unitsWithCounts } from './store.ts'
import { whoIs } from './who.ts'

export const peopleHandlers = {
  setTeacher: os.people.setTeacher.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const teacher = whoIs(vault, input)
    const value = valueOf(teacherFieldValue(input.field, input.value))
    const changes: Change[] =
      input.field === 'unit'
        ? [
            ...(isNewUnit(vault, value) ? [newUnit(vault, value)] : []),
            { table: 'teacher', id: teacher.id, fields: { unit_id: unitId(vault, value) } },
          ]
        : [{ table: 'teacher', id: teacher.id, fields: { [input.field]: value } }]
    vault.apply(occasionOf(context, 'people.setTeacher'), changes)
    return { teacherId: teacher.id }
  }),
  list: os.people.list.handler(({ context }) => {
    const { db } = vaultOf(context)
    return { teachers: countTeachers(db), units: unitsWithCounts(db) }
  }),
}
