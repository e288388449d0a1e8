import { comparable } from '#shared/core/text'
import { initialsOf } from '#shared/people/initials'
import { occasionOf, os, vaultOf } from '#electron/context'
import type { Change } from '#electron/store/apply-changes'
import type { ReadableDb } from '#electron/store/driver'
import { searchableProjects } from '#electron/plan/store'
import { searchableSessions } from '#electron/sessions/store'
import { countTeachers, newUnit, searchableTeachers, unitId, unitsWithCounts } from './store.ts'
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
    const teacher = whoIs(vault.db, input)
    const changes: Change[] =
      input.field === 'unit'
        ? [
            newUnit(vault, input.value),
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
  find: os.people.find.handler(({ input, context }) => ({
    found: find(vaultOf(context).db, input.text),
  })),
}

/** A search shows so many of each kind. */
const mostFound = 8

interface Found {
  readonly kind: 'teacher' | 'unit' | 'session' | 'project'
  readonly id: string
  readonly title: string
  readonly detail: string
}

function find(db: ReadableDb, typed: string): Found[] {
  const text = comparable(typed).toLowerCase()
  if (text === '') return []
  const named = (name: string): boolean =>
    comparable(name).toLowerCase().includes(text) ||
    (/^[a-z]+$/.test(text) && initialsOf(name).some((initials) => initials.startsWith(text)))
  const tail = /^\d{2,}x?$|^\d*x$/.test(text) ? text.toUpperCase() : null
  const teachers = searchableTeachers(db)
    .filter((t) => named(t.name) || (tail !== null && t.docNo.endsWith(tail)))
    .map((t): Found => ({
      kind: 'teacher',
      id: t.id,
      title: t.name,
      detail: `${t.unit} …${t.docNo.slice(-4)}`,
    }))
  const units = unitsWithCounts(db)
    .filter((unit) => named(unit.name))
    .map((unit): Found => ({
      kind: 'unit',
      id: unit.id,
      title: unit.name,
      detail: String(unit.teachers),
    }))
  const sessions = searchableSessions(db)
    .filter((session) => named(session.name))
    .map((s): Found => ({
      kind: 'session',
      id: s.id,
      title: s.name,
      detail: `${s.from} – ${s.to}`,
    }))
  const projects = searchableProjects(db)
    .filter((project) => named(project.name))
    .map((p): Found => ({
      kind: 'project',
      id: p.id,
      title: p.name,
      detail: `${p.year} · ${p.no}`,
    }))
  return [sessions, teachers, projects, units].flatMap((found) => found.slice(0, mostFound))
}
