import { useTranslation } from 'react-i18next'
import { toInstant } from '#shared/core/dates'
import { useQuery } from '#renderer/live'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { Card } from '#renderer/ui/Card'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { useNow } from '#renderer/ui/use-now'
import { OverdueCard } from './OverdueCard.tsx'
import { TodayCard } from './TodayCard.tsx'
import { YearCard } from './YearCard.tsx'
import { readDesk, type Desk } from './workbench-state.ts'
import { lessonsToday, nextLesson, overdueOf, yearOf } from './workbench-view.ts'
import './workbench.css'

const tablesOfDesk = [
  'project',
  'session',
  'lesson',
  'enrollment',
  'presence_event',
  'hours_entry',
  'import_batch',
]

export function WorkbenchPage() {
  const { t } = useTranslation()
  const now = toInstant(useNow(30_000))
  const today = now.slice(0, 10)
  const desk = useQuery(`desk ${today}`, (signal) => readDesk(today, signal), tablesOfDesk)
  const isNew = desk.data && desk.data.sessions.length === 0 && desk.data.projects.length === 0
  return (
    <Page title={t('common:page.workbench')} subtitle={t('workbench:subtitle')}>
      {desk.refusal && <RefusalBox refusal={desk.refusal} />}
      {isNew && <NewDesk />}
      {desk.data && !isNew && <FullDesk desk={desk.data} time={now.slice(11, 16)} />}
    </Page>
  )
}

function NewDesk() {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('workbench:new.title')}
      text={t('workbench:new.text')}
      action={
        <div className="row">
          <ButtonLink primary href="#/plan/import">
            {t('workbench:new.action')}
          </ButtonLink>
          <ButtonLink href="#/demo">{t('common:toDemo')}</ButtonLink>
        </div>
      }
    />
  )
}

interface FullDeskProps {
  readonly desk: Desk
  readonly time: string
}

function FullDesk({ desk, time }: FullDeskProps) {
  const { t } = useTranslation()
  const lessons = lessonsToday(desk.running, desk.today, time)
  return (
    <>
      <div className="desk">
        <Card title={t('workbench:today.title')}>
          <TodayCard lessons={lessons} next={nextLesson(lessons)} />
        </Card>
        <Card title={t('workbench:overdue.title')}>
          <OverdueCard overdue={overdueOf(desk.sessions, desk.running, desk.today)} />
        </Card>
      </div>
      <Card title={t('workbench:year.title', { year: desk.year })}>
        <YearCard view={yearOf(desk.projects)} month={monthNow(desk)} />
      </Card>
    </>
  )
}

/** The month to mark, 0 when another year is shown. */
function monthNow({ today, year }: Desk): number {
  return today.startsWith(`${year}-`) ? Number(today.slice(5, 7)) : 0
}
