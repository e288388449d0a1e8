import { Button } from 'antd'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceTable } from '#shared/attendance/contract'
import { useQuery } from '#renderer/live'
import { useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { Choice } from '#renderer/sessions/Choice'
import { tabPath } from '#renderer/sessions/sessions-view'
import { shownDay } from '#renderer/sessions/shown-date'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { CountPanel } from './CountPanel.tsx'
import { ResultLine } from './ResultLine.tsx'
import { RollCallBox } from './RollCallBox.tsx'
import { RollCallGrid } from './RollCallGrid.tsx'
import { targetOf } from './roll-call-keys.ts'
import {
  chooseLesson,
  closeLesson,
  currentStatuses,
  openRollCall,
  shownPeople,
} from './roll-call-state.ts'
import { useRollCall } from './roll-call-store.ts'
import { schoolDay } from './roll-call-view.ts'
import { useRollCallKeys } from './use-roll-call-keys.ts'
import './roll-call.css'

/** 点名签到: one lesson, one box, one key for each person. */
export function RollCallPage() {
  const { t } = useTranslation()
  const { ids, query } = useRoute()
  const sessionId = ids[0] ?? ''
  const asked = query['lesson'] ?? ''
  useEffect(() => openRollCall(sessionId, asked, schoolDay(Date.now())), [sessionId, asked])
  const table = useRollCall((state) => state.table)
  const refusal = useRollCall((state) => state.refusal)
  const shown = useQuery(
    `session ${sessionId}`,
    (signal) => client.sessions.show({ sessionId }, { signal }),
    ['session'],
  )
  if (table === null) {
    return (
      <Page title={t('attendance:rollCall.title')}>
        {refusal ? <RefusalBox refusal={refusal} /> : <Opening />}
      </Page>
    )
  }
  return (
    <Page
      title={t('attendance:rollCall.title')}
      subtitle={<SubLine sessionId={sessionId} name={shown.data?.name ?? ''} table={table} />}
      action={<EndLesson table={table} />}
    >
      {table.rows.length === 0 || table.lessons.length === 0 ? (
        <NothingToCall sessionId={sessionId} hasLearners={table.rows.length > 0} />
      ) : (
        <RollCall />
      )}
    </Page>
  )
}

function Opening() {
  const { t } = useTranslation()
  return (
    <p role="status" className="muted">
      {t('attendance:rollCall.opening')}
    </p>
  )
}

function NothingToCall({
  sessionId,
  hasLearners,
}: {
  readonly sessionId: string
  readonly hasLearners: boolean
}) {
  const { t } = useTranslation()
  const what = hasLearners ? 'noLessons' : 'noLearners'
  return (
    <EmptyState
      title={t(`attendance:rollCall.${what}.title`)}
      text={t(`attendance:rollCall.${what}.text`)}
      action={
        <ButtonLink primary href={`#${tabPath(sessionId, hasLearners ? 'lessons' : 'learners')}`}>
          {t(`attendance:rollCall.${what}.action`)}
        </ButtonLink>
      }
    />
  )
}

interface SubLineProps {
  readonly sessionId: string
  readonly name: string
  readonly table: AttendanceTable
}

function SubLine({ sessionId, name, table }: SubLineProps) {
  const { t, i18n } = useTranslation()
  const lessonId = useRollCall((state) => state.lessonId)
  const place = table.lessons.find(({ id }) => id === lessonId)?.place ?? ''
  const options = table.lessons.map(({ id, date, label, start, end, closed }) => {
    const words = [shownDay(date, i18n.language), t(`sessions:label.${label}`), `${start}–${end}`]
    if (closed) words.push(t('attendance:rollCall.closedMark'))
    return { value: id, label: words.join(' ') }
  })
  return (
    <span className="row roll-sub">
      <a href={`#${tabPath(sessionId, 'overview')}`}>{name}</a>
      <Choice
        bare
        label={t('attendance:rollCall.lesson')}
        value={lessonId}
        options={options}
        onChange={chooseLesson}
      />
      <span>{place}</span>
    </span>
  )
}

function EndLesson({ table }: { readonly table: AttendanceTable }) {
  const { t } = useTranslation()
  const lessonId = useRollCall((state) => state.lessonId)
  const lesson = table.lessons.find(({ id }) => id === lessonId)
  if (lesson === undefined) return null
  return lesson.closed ? (
    <Button key="open" onClick={() => void closeLesson(false)}>
      {t('attendance:rollCall.reopen')}
    </Button>
  ) : (
    <Button type="primary" onClick={() => void closeLesson(true)}>
      {t('attendance:rollCall.end')}
    </Button>
  )
}

function RollCall() {
  const { table, lessonId, overlays, people, unit, box, outcome, refusal } = useRollCall()
  const boxRef = useRef<HTMLInputElement>(null)
  useRollCallKeys(boxRef)
  const focusBox = useCallback(() => {
    boxRef.current?.focus()
  }, [])
  // One key computes each of these once, however large the roster is.
  const statuses = useMemo(
    () => currentStatuses({ table, lessonId, overlays }),
    [table, lessonId, overlays],
  )
  const shown = useMemo(
    () => shownPeople({ people, unit, box }, statuses),
    [people, unit, box, statuses],
  )
  const hall = useMemo(
    () => ({ shown, statuses, target: targetOf(box, shown) }),
    [shown, statuses, box],
  )
  // The box and the result line answer a key at once; the hall around them follows a moment later.
  const later = useDeferredValue(hall)
  const closed = table?.lessons.find(({ id }) => id === lessonId)?.closed ?? true
  return (
    <>
      <RollCallBox boxRef={boxRef} {...hall} closed={closed} />
      {refusal && <RefusalBox refusal={refusal} />}
      <ResultLine outcome={outcome} closed={closed} />
      <div className="roll-columns">
        <RollCallGrid
          people={later.shown}
          statuses={later.statuses}
          target={later.target}
          onPicked={focusBox}
        />
        <div className="stack roll-side">
          <CountPanel people={people} statuses={later.statuses} unit={unit} />
          <Later />
        </div>
      </div>
    </>
  )
}

/** Said, not shown as a button that does nothing. */
function Later() {
  const { t } = useTranslation()
  return <p className="muted small">{t('attendance:rollCall.later')}</p>
}
