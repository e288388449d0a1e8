import { comparable } from '#shared/core/text'
import { initialsOf } from '#shared/people/initials'
import { os, vaultOf } from '#electron/context'
import { searchableTeachers, unitsWithCounts } from '#electron/people/store'
import { searchableProjects } from '#electron/plan/store'
import { searchableSessions } from '#electron/sessions/store'
import type { ReadableDb } from '#electron/store/driver'

export const searchHandlers = {
  find: os.search.find.handler(({ input, context }) => ({
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
