import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedSession } from '#shared/sessions/contract'
import { useQuery } from '#renderer/live'
import { client } from '#renderer/rpc'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { StatusTag } from '#renderer/ui/StatusTag'
import { Choice } from './Choice.tsx'
import { type Column, PlainTable } from './PlainTable.tsx'
import { newestFirst, nextStep, tabPath } from './sessions-view.ts'
import { shownDates } from '#renderer/ui/dates'
import './sessions.css'

const tablesOfList = [
  'session',
  'lesson',
  'enrollment',
  'presence_event',
  'hours_entry',
  'import_batch',
]

/** 班次: every run of every project, with the one thing to do next. */
export function SessionsPage() {
  const { t } = useTranslation()
  const listed = useQuery(
    'sessions',
    (signal) => client.sessions.list(undefined, { signal }),
    tablesOfList,
  )
  const [year, setYear] = useState('')
  const sessions = newestFirst(listed.data?.sessions ?? [])
  const years = [...new Set(sessions.map((session) => String(session.year)))]
  const shown = sessions.filter((session) => year === '' || String(session.year) === year)
  const isEmpty = listed.data !== undefined && sessions.length === 0
  const create = (
    <ButtonLink primary href="#/sessions/new">
      {t('sessions:list.create')}
    </ButtonLink>
  )
  return (
    <Page
      title={t('sessions:list.title')}
      subtitle={t('sessions:list.subtitle')}
      action={isEmpty ? undefined : create}
    >
      {listed.refusal && <RefusalBox refusal={listed.refusal} />}
      {isEmpty && (
        <EmptyState
          title={t('sessions:list.emptyTitle')}
          text={t('sessions:list.emptyText')}
          action={create}
        />
      )}
      {sessions.length > 0 && (
        <div className="card stack">
          {years.length > 1 && (
            <Choice
              label={t('sessions:list.year')}
              value={year}
              onChange={setYear}
              options={[
                { value: '', label: t('sessions:list.allYears') },
                ...years.map((value) => ({ value, label: value })),
              ]}
            />
          )}
          <SessionTable sessions={shown} />
        </div>
      )}
    </Page>
  )
}

function SessionTable({ sessions }: { readonly sessions: readonly ListedSession[] }) {
  const { t, i18n } = useTranslation()
  const columns: readonly Column<ListedSession>[] = [
    {
      key: 'name',
      title: t('sessions:list.name'),
      cell: (session) => <NameCell session={session} />,
    },
    {
      key: 'dates',
      title: t('sessions:list.dates'),
      cell: ({ from, to }) => shownDates(from, to, i18n.language),
    },
    { key: 'place', title: t('sessions:list.place'), cell: ({ place }) => place || '—' },
    {
      key: 'learners',
      title: t('sessions:list.learners'),
      isNumber: true,
      cell: ({ learners }) => learners,
    },
    {
      key: 'lessons',
      title: t('sessions:list.lessons'),
      cell: (session) => <LessonsCell session={session} />,
    },
    {
      key: 'next',
      title: t('sessions:list.next'),
      cell: (session) => <NextCell session={session} />,
    },
  ]
  return (
    <PlainTable
      caption={t('sessions:list.title')}
      columns={columns}
      rows={sessions}
      rowKey={({ id }) => id}
    />
  )
}

interface CellProps {
  readonly session: ListedSession
}

function NameCell({ session }: CellProps) {
  const { t } = useTranslation()
  return (
    <>
      <a href={`#${tabPath(session.id, 'overview')}`}>{session.name}</a>
      <div className="muted small">
        {t('sessions:frame.planNo', { year: session.year, no: session.projectNo })}
      </div>
    </>
  )
}

function LessonsCell({ session: { lessons, lessonsMarked } }: CellProps) {
  const { t } = useTranslation()
  const label = t('sessions:list.lessonsMarked', { marked: lessonsMarked, lessons })
  return (
    <span className="lesson-progress">
      <progress value={lessonsMarked} max={Math.max(lessons, 1)} aria-label={label} />
      <span aria-hidden>{`${lessonsMarked} / ${lessons}`}</span>
    </span>
  )
}

function NextCell({ session }: CellProps) {
  const { t } = useTranslation()
  const { step, tab } = nextStep(session)
  return (
    <span className="row">
      <ButtonLink href={`#${tabPath(session.id, tab)}`}>
        {t(`sessions:next.${step}`)}
        <span className="hidden-text">{session.name}</span>
      </ButtonLink>
      {session.held > 0 && (
        <StatusTag tone="warn" icon="!">
          {t('sessions:list.held', { count: session.held })}
        </StatusTag>
      )}
    </span>
  )
}
