import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownSession } from '#shared/sessions/contract'
import { useQuery } from '#renderer/live'
import { client } from '#renderer/rpc'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { StatusLine } from './StatusLine.tsx'
import { type SessionTab, sessionTabs, tabPath } from './sessions-view.ts'
import { shownDates } from '#renderer/ui/dates'
import './sessions.css'

interface SessionFrameProps {
  readonly sessionId: string
  readonly tab: SessionTab
  /** The tab's one primary action. */
  readonly action?: (session: ShownSession) => ReactNode
  readonly children: (session: ShownSession) => ReactNode
}

const tablesOfSession = [
  'session',
  'lesson',
  'project',
  'enrollment',
  'presence_event',
  'attendance_override',
  'hours_entry',
  'import_batch',
  'export_batch',
]

/** What every tab of a session shares: title, dates, the eight steps and the tabs. */
export function SessionFrame({ sessionId, tab, action, children }: SessionFrameProps) {
  const { t } = useTranslation()
  const shown = useQuery(
    `session ${sessionId}`,
    (signal) => client.sessions.show({ sessionId }, { signal }),
    tablesOfSession,
  )
  const session = shown.data
  if (session === undefined) {
    return (
      <Page title={t('sessions:frame.session')}>
        {shown.refusal ? <RefusalBox refusal={shown.refusal} action={<ToList />} /> : <Waiting />}
      </Page>
    )
  }
  return (
    <Page title={session.name} subtitle={<SubLine session={session} />} action={action?.(session)}>
      {shown.refusal && <RefusalBox refusal={shown.refusal} />}
      <StatusLine session={session} />
      <Tabs sessionId={sessionId} current={tab} />
      {children(session)}
    </Page>
  )
}

function ToList() {
  const { t } = useTranslation()
  return <a href="#/sessions">{t('sessions:frame.toList')}</a>
}

function Waiting() {
  const { t } = useTranslation()
  return (
    <p className="muted" role="status">
      {t('sessions:frame.opening')}
    </p>
  )
}

/** 计划 3 号 · 全年 · 50 人 beside what really happens. */
function SubLine({ session }: { readonly session: ShownSession }) {
  const { t, i18n } = useTranslation()
  const { year, projectId } = session
  const plan = useQuery(`plan ${year}`, (signal) => client.plan.list({ year }, { signal }), [
    'project',
  ])
  const project = plan.data?.projects.find(({ id }) => id === projectId)
  const planned = [
    t('sessions:frame.planNo', { year, no: session.projectNo }),
    project?.timeText,
    project?.headcountText,
  ]
  const actual = [
    t('sessions:frame.actual', { dates: shownDates(session.from, session.to, i18n.language) }),
    session.place,
    t('sessions:frame.learners', { count: session.learners }),
  ]
  return (
    <>
      {planned.filter(Boolean).join(' · ')}
      <span className="sub-gap" />
      {actual.filter(Boolean).join(' · ')}
    </>
  )
}

function Tabs({
  sessionId,
  current,
}: {
  readonly sessionId: string
  readonly current: SessionTab
}) {
  const { t } = useTranslation()
  return (
    <nav className="session-tabs no-print" aria-label={t('sessions:frame.tabs')}>
      {sessionTabs.map((tab) => (
        <a
          key={tab}
          href={`#${tabPath(sessionId, tab)}`}
          aria-current={tab === current ? 'page' : undefined}
        >
          {t(`sessions:tab.${tab}`)}
        </a>
      ))}
    </nav>
  )
}
