import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#shared/core/dates'
import { useQuery } from '#renderer/live'
import { go, useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { useNow } from '#renderer/ui/use-now'
import { PlanImport } from './PlanImport.tsx'
import { PlanTable } from './PlanTable.tsx'
import { planTotals, shownYear, yearChoices } from './plan-view.ts'
import './plan.css'

export function PlanPage() {
  const { t } = useTranslation()
  const { ids, query } = useRoute()
  const thisYear = Number(toInstant(useNow(60_000)).slice(0, 4))
  const years = useQuery('plan years', (signal) => client.plan.years(undefined, { signal }), [
    'project',
  ])
  if (!years.data) {
    return (
      <Page title={t('common:page.plan')}>
        {years.refusal && <RefusalBox refusal={years.refusal} />}
      </Page>
    )
  }
  const planned = years.data.years
  const year = shownYear(query['year'], planned, thisYear)
  const choices = yearChoices([...planned, year], thisYear)
  if (ids[0] === 'import') return <PlanImport year={year} choices={choices} />
  return <PlanOfYear year={year} choices={choices} marked={query['project'] ?? ''} />
}

interface PlanOfYearProps {
  readonly year: number
  readonly choices: readonly number[]
  /** The project that a link named. */
  readonly marked: string
}

function PlanOfYear({ year, choices, marked }: PlanOfYearProps) {
  const { t } = useTranslation()
  const plan = useQuery(`plan ${year}`, (signal) => client.plan.list({ year }, { signal }), [
    'project',
    'session',
    'enrollment',
  ])
  const projects = plan.data?.projects ?? []
  const isEmpty = plan.data !== undefined && projects.length === 0
  const importLink = (
    <ButtonLink primary href={`#/plan/import?year=${year}`}>
      {t('plan:import.open')}
    </ButtonLink>
  )
  const chooseYear = (
    <Select
      aria-label={t('plan:year')}
      value={year}
      onChange={(chosen) => {
        go(`/plan?year=${chosen}`)
      }}
      options={choices.map((value) => ({ value, label: t('plan:yearName', { year: value }) }))}
    />
  )
  return (
    <Page
      title={t('common:page.plan')}
      subtitle={plan.data && t('plan:totals', planTotals(projects))}
      action={
        <>
          {chooseYear}
          {!isEmpty && importLink}
        </>
      }
    >
      {plan.refusal && <RefusalBox refusal={plan.refusal} />}
      {isEmpty && (
        <EmptyState
          title={t('plan:empty.title', { year })}
          text={t('plan:empty.text')}
          action={
            <div className="row">
              {importLink}
              <ButtonLink href="#/demo">{t('common:toDemo')}</ButtonLink>
            </div>
          }
        />
      )}
      {projects.length > 0 && <PlanTable projects={projects} marked={marked} />}
    </Page>
  )
}
