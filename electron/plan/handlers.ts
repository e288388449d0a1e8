import type { Work } from '#shared/core/contract'
import type { PlanImported } from '#shared/plan/contract'
import { isIgnoredRow } from '#shared/plan/model'
import { shippedModeTable } from '#shared/plan/modes'
import { recognisePlan } from '#shared/plan/recognise-plan'
import { guarded, occasionOf, os, vaultOf, type Context } from '#electron/context'
import { readInput } from '#electron/ipc/files'
import { valueOf } from '#electron/ipc/refusals'
import { at, finished } from '#electron/ipc/work'
import { runJob } from '#electron/jobs/run-job'
import type { Change } from '#electron/store/apply-changes'
import { importRecord } from '#electron/store/import-record'
import {
  planYears,
  projectById,
  projectFields,
  projectsOfYear,
  sessionsOfProject,
} from './store.ts'

type Input = {
  readonly file: Parameters<typeof readInput>[1]
  readonly year: number
  readonly dryRun: boolean
}

export const planHandlers = {
  import: os.plan.import.handler(({ input, context, signal }) =>
    guarded(context, importPlan(input, context, signal)),
  ),
  list: os.plan.list.handler(({ input, context }) => {
    const { db } = vaultOf(context)
    const projects = projectsOfYear(db, input.year).map((project) => ({
      ...project,
      modes: [...project.modes],
      months: [...project.months],
      sessions: sessionsOfProject(db, project.id),
    }))
    return { year: input.year, projects }
  }),
  years: os.plan.years.handler(({ context }) => ({ years: planYears(vaultOf(context).db) })),
}

async function* importPlan(
  input: Input,
  context: Context,
  signal?: AbortSignal,
): AsyncGenerator<Work<PlanImported>> {
  const vault = vaultOf(context)
  yield at('reading')
  const file = await readInput(context, input.file)
  const sheets = valueOf(await runJob('read-plan', file, signal))
  yield at('checking')
  const plan = valueOf(recognisePlan(sheets, shippedModeTable))
  const projects = plan.projects.map((project) => ({
    ...project,
    id: vault.idOf('project', String(input.year), String(project.no)),
  }))
  const changes = projects.map((project): Change => ({
    table: 'project',
    id: project.id,
    fields: projectFields(input.year, project),
  }))
  const isKnown = (id: string): boolean => projectById(vault.db, id) !== null
  const added = projects.filter((project) => !isKnown(project.id)).length
  const changed = changes.filter((change) => isKnown(change.id) && differs(vault.db, change)).length
  if (!input.dryRun) {
    yield at('saving', 0, projects.length)
    const ignored = plan.remarks.filter(({ code }) => isIgnoredRow(code)).length
    const rows = plan.projects.length + ignored
    const occasion = occasionOf(context, 'plan.import')
    const counts = { rows, accepted: projects.length, ignored, report: plan.remarks }
    const record = importRecord({ what: 'plan', file, ...counts, id: context.newId(), ...occasion })
    vault.apply(occasion, [...changes, record])
  }
  const unchanged = projects.length - added - changed
  yield finished({ projects, warnings: [...plan.remarks], added, changed, unchanged })
}

function differs(db: ReturnType<typeof vaultOf>['db'], change: Change): boolean {
  const known = projectById(db, change.id)
  if (!known) return true
  const before = projectFields(known.year, known)
  return Object.entries(change.fields).some(([name, value]) => before[name] !== value)
}
