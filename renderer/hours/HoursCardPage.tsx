import { Input } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoursEntry } from '#shared/hours/contract'
import { useQuery } from '#renderer/live'
import { go, useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { type Column, PlainTable } from '#renderer/sessions/PlainTable'
import { shownDates } from '#renderer/ui/dates'
import { schoolDay } from '#renderer/attendance/roll-call-view'
import { Card } from '#renderer/ui/Card'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Field } from '#renderer/ui/Field'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { fiveYears } from './hours-view.ts'
import './hours.css'

/** 学时卡: one teacher's registered hours over a period, with totals. */
export function HoursCardPage() {
  const { t } = useTranslation()
  const teacherId = useRoute().ids[0] ?? ''
  const [period, setPeriod] = useState(() => fiveYears(schoolDay(Date.now())))
  return (
    <Page title={t('hours:card.title')} subtitle={t('hours:card.subtitle')}>
      <div className="two-columns">
        <FindTeacher />
        <Period period={period} onChange={setPeriod} />
      </div>
      {teacherId === '' ? (
        <EmptyState title={t('hours:card.emptyTitle')} text={t('hours:card.emptyText')} />
      ) : (
        <HoursCard teacherId={teacherId} {...period} />
      )}
    </Page>
  )
}

function FindTeacher() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const typed = text.trim()
  const asked = useQuery(
    typed === '' ? null : `find ${typed}`,
    (signal) => client.search.find({ text: typed }, { signal }),
    ['teacher'],
  )
  const teachers = (asked.data?.found ?? []).filter(({ kind }) => kind === 'teacher')
  return (
    <section className="card" aria-label={t('hours:card.find')}>
      <Field label={t('hours:card.find')} help={t('hours:card.findHelp')}>
        {(tie) => (
          <Input
            {...tie}
            value={text}
            autoFocus
            maxLength={50}
            onChange={(event) => {
              setText(event.target.value)
            }}
          />
        )}
      </Field>
      {asked.refusal && <RefusalBox refusal={asked.refusal} />}
      <p role="status" className={asked.data && teachers.length === 0 ? 'muted' : 'hidden-text'}>
        {asked.data && t('hours:card.found', { count: teachers.length })}
      </p>
      <ul className="found">
        {teachers.map(({ id, title, detail }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                setText('')
                go(`/hours/${encodeURIComponent(id)}`)
              }}
            >
              <b>{title}</b> <span className="muted">{detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Span {
  readonly from: string
  readonly to: string
}

function Period({
  period,
  onChange,
}: {
  readonly period: Span
  readonly onChange: (span: Span) => void
}) {
  const { t } = useTranslation()
  return (
    <section className="card row" aria-label={t('hours:card.period')}>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={t(`hours:card.${end}`)}>
          {(tie) => (
            <Input
              {...tie}
              type="date"
              value={period[end]}
              onChange={(event) => {
                onChange({ ...period, [end]: event.target.value })
              }}
            />
          )}
        </Field>
      ))}
    </section>
  )
}

function HoursCard({ teacherId, from, to }: Span & { readonly teacherId: string }) {
  const { t, i18n } = useTranslation()
  const isPeriod = from !== '' && to !== ''
  const asked = useQuery(
    isPeriod ? `card ${teacherId} ${from} ${to}` : null,
    (signal) => client.hours.card({ teacherId, from, to }, { signal }),
    ['hours_entry', 'teacher'],
  )
  if (asked.refusal) return <RefusalBox refusal={asked.refusal} />
  if (asked.data === undefined) return <p className="muted">{t('hours:card.choosePeriod')}</p>
  const { name, unit, entries, totals } = asked.data
  return (
    <Card title={`${name} · ${unit}`}>
      <dl className="totals">
        <div>
          <dt className="muted">{t('hours:card.all')}</dt>
          <dd>{t('hours:card.hours', { hours: totals.all })}</dd>
        </div>
        {totals.byYear.map(({ key, hours }) => (
          <div key={key}>
            <dt className="muted">{t('hours:card.year', { year: key })}</dt>
            <dd>{t('hours:card.hours', { hours })}</dd>
          </div>
        ))}
      </dl>
      {entries.length === 0 ? (
        <p className="muted">{t('hours:card.noEntries')}</p>
      ) : (
        <PlainTable
          caption={t('hours:card.entries')}
          columns={entryColumns(t, i18n.language, teacherId)}
          rows={entries}
          rowKey={({ id }) => id}
        />
      )}
    </Card>
  )
}

function entryColumns(
  t: TFunction,
  language: string,
  teacherId: string,
): readonly Column<HoursEntry>[] {
  return [
    { key: 'year', title: t('hours:card.columns.year'), cell: ({ year }) => year },
    {
      key: 'session',
      title: t('hours:card.columns.session'),
      cell: ({ sessionId, sessionName }) => (
        <a href={`#/sessions/${sessionId}/hours`}>{sessionName}</a>
      ),
    },
    {
      key: 'dates',
      title: t('hours:card.columns.dates'),
      cell: ({ from, to }) => shownDates(from, to, language),
    },
    {
      key: 'hours',
      title: t('hours:card.columns.hours'),
      isNumber: true,
      cell: ({ sessionId, hours }) => (
        <a
          href={`#/sessions/${sessionId}/hours?teacher=${encodeURIComponent(teacherId)}`}
          aria-label={t('hours:card.explain', { hours })}
        >
          {hours}
        </a>
      ),
    },
    { key: 'rule', title: t('hours:card.columns.rule'), cell: ({ ruleSet }) => ruleSet },
    {
      key: 'registered',
      title: t('hours:card.columns.registered'),
      cell: ({ registeredAt }) => registeredAt.slice(0, 16).replace('T', ' '),
    },
    {
      key: 'reversal',
      title: t('hours:card.columns.remark'),
      cell: ({ reversalOf }) => (reversalOf === '' ? '' : t('hours:card.reversal')),
    },
  ]
}
