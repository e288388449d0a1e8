import type { Work } from '#shared/core/contract'
import { comparePlans } from '#shared/plan/compare'
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
import { planYears, projectFields, projectsOfYear, sessionsOfProject } from './store.ts'

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
  vaultOf(context)
  yield at('reading')
  const file = await readInput(context, input.file)
  const sheets = valueOf(await runJob('read-plan', file, signal))
  yield at('checking')
  const plan = valueOf(recognisePlan(sheets, shippedModeTable))
  yield at('saving', 0, plan.projects.length)
  // From here on nothing waits: what is compared is what the vault holds when it is written.
  const vault = vaultOf(context)
  const compared = comparePlans(projectsOfYear(vault.db, input.year), plan.projects)
  const projects = plan.projects.map((project) => ({
    ...project,
    id: vault.idOf('project', String(input.year), String(project.no)),
  }))
  const changes = projects.map((project): Change => ({
    table: 'project',
    id: project.id,
    fields: projectFields(input.year, project),
  }))
  const ignored = plan.remarks.filter(({ code }) => isIgnoredRow(code)).length
  const rows = plan.projects.length + ignored
  const occasion = occasionOf(context, 'plan.import')
  const counts = { rows, accepted: projects.length, ignored, report: plan.remarks }
  const record = importRecord({ what: 'plan', file, ...counts, id: context.newId(), ...occasion })
  const apply = input.dryRun ? vault.rehearse : vault.apply
  apply(occasion, [...changes, record])
  yield finished({
    projects,
    warnings: [...plan.remarks],
    added: compared.added.length,
    changed: compared.changed.length,
    unchanged: compared.unchanged.length,
    differences: [...compared.differences],
    missing: [...compared.missing],
  })
}
