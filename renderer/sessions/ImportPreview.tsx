import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterImported, ShownSession } from '#shared/sessions/contract'
import { useQuery } from '#renderer/live'
import { client } from '#renderer/rpc'
import { StatusTag } from '#renderer/ui/StatusTag'
import { cancelImport, writeRoster } from './roster-import-state.ts'
import { type ImportForecast, forecast } from './learners-view.ts'

interface ImportPreviewProps {
  readonly session: ShownSession
  readonly report: RosterImported
}

/** What the file would make of the roster, beside the plan; nothing is written before the button. */
export function ImportPreview({ session, report }: ImportPreviewProps) {
  const { t } = useTranslation()
  const { year, projectId, learners } = session
  const plan = useQuery(`plan ${year}`, (signal) => client.plan.list({ year }, { signal }), [
    'project',
  ])
  const people = useQuery('people', (signal) => client.people.list(undefined, { signal }), [
    'teacher',
  ])
  const project = plan.data?.projects.find(({ id }) => id === projectId)
  const seen = forecast(report, {
    learners,
    planned: project?.headcount ?? null,
    known: people.data?.teachers ?? 0,
  })
  return (
    <>
      <div className="row wrap">
        <StatusTag tone="warn" icon="○">
          {t('roster:screen.notYet')}
        </StatusTag>
        <span>
          {t(seen.planned === null ? 'roster:screen.will' : 'roster:screen.willOfPlan', {
            planned: project?.headcountText.replace(/\s+/g, ' ') ?? '',
            will: seen.will,
          })}
        </span>
        <Warnings seen={seen} />
      </div>
      <div className="row">
        <Button type="primary" disabled={report.accepted === 0} onClick={() => void writeRoster()}>
          {t('roster:screen.write', { count: report.accepted })}
        </Button>
        <Button onClick={cancelImport}>{t('common:cancel')}</Button>
      </div>
    </>
  )
}

function Warnings({ seen }: { readonly seen: ImportForecast }) {
  const { t } = useTranslation()
  return (
    <>
      {seen.isOverPlan && (
        <StatusTag tone="warn" icon="!">
          {t('roster:screen.overPlan', { count: seen.will - (seen.planned ?? 0) })}
        </StatusTag>
      )}
      {seen.isMostlyNew && (
        <StatusTag tone="warn" icon="!">
          {t('roster:screen.mostlyNew')}
        </StatusTag>
      )}
    </>
  )
}
