import { occasionOf, os, vaultOf } from '#electron/context'
import { refuseWith } from '#electron/ipc/refusals'
import type { Change } from '#electron/store/apply-changes'
import { countTeachers, isNewUnit, newUnit, unitId, unitsWithCounts } from './store.ts'
import { whoIs } from './who.ts'

const columns = {
  name: 'name',
  phone: 'phone',
  sex: 'sex',
  stage: 'stage',
  subject: 'subject',
  title: 'title',
} as const

export const peopleHandlers = {
  setTeacher: os.people.setTeacher.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const teacher = whoIs(vault, input)
    if (input.field === 'name' && input.value === '') refuseWith('bad-input', { what: 'name' })
    const changes: Change[] =
      input.field === 'unit'
        ? [
            ...(isNewUnit(vault, input.value) ? [newUnit(vault, input.value)] : []),
            { table: 'teacher', id: teacher.id, fields: { unit_id: unitId(vault, input.value) } },
          ]
        : [{ table: 'teacher', id: teacher.id, fields: { [columns[input.field]]: input.value } }]
    vault.apply(occasionOf(context, 'people.setTeacher'), changes)
    return { teacherId: teacher.id }
  }),
  list: os.people.list.handler(({ context }) => {
    const { db } = vaultOf(context)
    return { teachers: countTeachers(db), units: unitsWithCounts(db) }
  }),
}
