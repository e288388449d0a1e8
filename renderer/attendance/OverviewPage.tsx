import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceTable } from '#shared/attendance/contract'
import type { ShownSession } from '#shared/sessions/contract'
import { useQuery } from '#renderer/live'
import { useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { type Column, PlainTable } from '#renderer/sessions/PlainTable'
import { SessionFrame } from '#renderer/sessions/SessionFrame'
import { rollCallPath, stepPath } from '#renderer/sessions/sessions-view'
import { shownDay } from '#renderer/ui/dates'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { Card } from '#renderer/ui/Card'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { StatusTag } from '#renderer/ui/StatusTag'
import { Composition } from './Composition.tsx'
import { HeatStrip } from './HeatStrip.tsx'
import { type Gap, gapsOf, thereIn } from './overview-view.ts'
import { lessonToCall, schoolDay } from './roll-call-view.ts'
import './roll-call.css'

/** 概览 of a session: what comes next, the lessons, and who was there. */
export function OverviewPage() {
  const { t } = useTranslation()
  const sessionId = useRoute().ids[0] ?? ''
  const asked = useQuery(
    `attendance ${sessionId}`,
    (signal) => client.attendance.table({ sessionId }, { signal }),
    ['presence_event', 'attendance_override', 'leave', 'enrollment', 'lesson', 'teacher'],
  )
  return (
    <SessionFrame
      sessionId={sessionId}
      tab="overview"
      action={(session) => <StartCalling session={session} table={asked.data} />}
    >
      {(session) => (
        <>
          {asked.refusal && <RefusalBox refusal={asked.refusal} />}
          <div className="overview">
            <div className="stack">
              <Card title={t('sessions:overview.next')}>
                <Todo session={session} />
              </Card>
              <Card title={t('sessions:tab.lessons')}>
                <Schedule session={session} table={asked.data} />
              </Card>
            </div>
            <div className="stack">
              {asked.data && <TodaysHeat lessons={session.lessonList} table={asked.data} />}
              <Composition sessionId={sessionId} />
            </div>
          </div>
        </>
      )}
    </SessionFrame>
  )
}

interface SessionProps {
  readonly session: ShownSession
}

/** The one primary action while people wait for their marks. */
function StartCalling({ session, table }: ScheduleProps) {
  const { t } = useTranslation()
  const [now] = useState(() => Date.now())
  const presence = session.steps.find(({ step }) => step === 'presence')
  if (table === undefined || table.rows.length === 0 || presence?.state === 'done') return null
  const lesson = lessonToCall(table, schoolDay(now))
  if (lesson === undefined) return null
  return (
    <ButtonLink primary href={`#${rollCallPath(session.id, lesson.id)}`}>
      {t('sessions:overview.call', { part: t(`sessions:label.${lesson.label}`) })}
    </ButtonLink>
  )
}

const gapLooks = {
  missing: { tone: 'bad', icon: '!' },
  now: { tone: 'warn', icon: '▸' },
  ahead: { tone: 'none', icon: '·' },
} as const

function Todo({ session }: SessionProps) {
  const { t } = useTranslation()
  const gaps = gapsOf(session.steps)
  if (gaps.length === 0) return <p className="muted">{t('sessions:overview.allDone')}</p>
  return (
    <ul className="todo">
      {gaps.map((gap) => (
        <TodoLine key={`${gap.step} ${gap.code}`} session={session} gap={gap} />
      ))}
    </ul>
  )
}

function TodoLine({ session, gap }: SessionProps & { readonly gap: Gap }) {
  const { t } = useTranslation()
  return (
    <li>
      <StatusTag {...gapLooks[gap.state]}>{t(`sessions:due.${gap.state}`)}</StatusTag>
      <span>{t(`sessions:missing.${gap.code}`, gap.params)}</span>
      <ButtonLink href={`#${stepPath(session, gap.step)}`}>
        {t(`sessions:mend.${gap.code}`)}
      </ButtonLink>
    </li>
  )
}

type Lesson = ShownSession['lessonList'][number]

interface ScheduleProps extends SessionProps {
  readonly table: AttendanceTable | undefined
}

function Schedule({ session, table }: ScheduleProps) {
  const { t, i18n } = useTranslation()
  if (session.lessonList.length === 0) {
    return <p className="muted">{t('sessions:lessons.emptyText')}</p>
  }
  const columns: readonly Column<Lesson>[] = [
    {
      key: 'part',
      title: t('sessions:lessons.part'),
      cell: ({ id, date, label }) => (
        <a href={`#${rollCallPath(session.id, id)}`}>
          {`${shownDay(date, i18n.language)} ${t(`sessions:label.${label}`)}`}
        </a>
      ),
    },
    { key: 'time', title: t('sessions:lessons.time'), cell: ({ start, end }) => `${start}–${end}` },
    {
      key: 'hours',
      title: t('sessions:lessons.hours'),
      isNumber: true,
      cell: ({ hours }) => hours,
    },
    {
      key: 'topic',
      title: t('sessions:lessons.topic'),
      cell: ({ topic, lecturer }) =>
        [lecturer, topic].filter(Boolean).join(' · ') || t('sessions:lessons.unfilled'),
    },
    {
      key: 'there',
      title: t('sessions:lessons.there'),
      cell: ({ id, closed }) => <ThereCell table={table} lessonId={id} closed={closed} />,
    },
  ]
  return (
    <PlainTable
      caption={t('sessions:tab.lessons')}
      columns={columns}
      rows={session.lessonList}
      rowKey={({ id }) => id}
    />
  )
}

interface ThereCellProps {
  readonly table: AttendanceTable | undefined
  readonly lessonId: string
  readonly closed: boolean
}

function ThereCell({ table, lessonId, closed }: ThereCellProps) {
  const { t } = useTranslation()
  const count = thereIn(table, lessonId)
  if (count === null) return t('sessions:lessons.notStarted')
  return `${count.there} / ${count.of}${closed ? ` · ${t('sessions:lessons.closed')}` : ''}`
}

interface TodaysHeatProps {
  readonly lessons: readonly Lesson[]
  readonly table: AttendanceTable
}

function TodaysHeat({ lessons, table }: TodaysHeatProps) {
  const [now] = useState(() => Date.now())
  const [chosen, setChosen] = useState('')
  const lesson = lessons.find(({ id }) => id === chosen) ?? lessonToCall(table, schoolDay(now))
  if (lesson === undefined || table.rows.length === 0) return null
  return <HeatStrip table={table} lesson={lesson} lessons={lessons} onChoose={setChosen} />
}
