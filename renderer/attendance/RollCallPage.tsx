import { Button } from 'antd'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceTable } from '#shared/attendance/contract'
import { useQuery } from '#renderer/live'
import { go, refinePlace, useRoute } from '#renderer/route'
import { client, useConnection } from '#renderer/rpc'
import { Choice } from '#renderer/sessions/Choice'
import { rollCallPath, tabPath } from '#renderer/sessions/sessions-view'
import { shownDay } from '#renderer/ui/dates'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { CountPanel } from './CountPanel.tsx'
import { ResultLine } from './ResultLine.tsx'
import { RollCallBox } from './RollCallBox.tsx'
import { RollCallGrid } from './RollCallGrid.tsx'
import { targetOf } from './roll-call-keys.ts'
import { closeLesson, restOf } from './roll-call-marks.ts'
import { chooseLesson, openRollCall } from './roll-call-state.ts'
import { isClosed, shownPeople, storedStatuses, useRollCall } from './roll-call-store.ts'
import { pendingOf, schoolDay } from './roll-call-view.ts'
import { UnsavedMarks } from './UnsavedMarks.tsx'
import { useRollCallKeys } from './use-roll-call-keys.ts'
import './roll-call.css'

/** 点名签到: one lesson, one box, one key for each person. */
export function RollCallPage() {
  const { t } = useTranslation()
  const [sessionId = '', , lessonInPlace = ''] = useRoute().ids
  const { table, refusal } = useCalling(sessionId, lessonInPlace)
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
      title={<LessonTitle table={table} />}
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

/** Which half-day, to be read from two metres: the wrong one is the dearest mistake. */
function LessonTitle({ table }: { readonly table: AttendanceTable }) {
  const { t, i18n } = useTranslation()
  const lessonId = useRollCall((state) => state.lessonId)
  const lesson = table.lessons.find(({ id }) => id === lessonId)
  if (lesson === undefined) return t('attendance:rollCall.title')
  return (
    <span className="roll-title">
      {t('attendance:rollCall.titleOf', {
        day: shownDay(lesson.date, i18n.language),
        part: t(`sessions:label.${lesson.label}`),
      })}
    </span>
  )
}

/** Opens the roll-call of the lesson that the address names, and names in it the one that is called. */
function useCalling(sessionId: string, lessonInPlace: string) {
  useEffect(() => openRollCall(sessionId, schoolDay(Date.now())), [sessionId])
  useEffect(() => {
    chooseLesson(lessonInPlace)
  }, [sessionId, lessonInPlace])
  const { table, lessonId, refusal } = useRollCall()
  // Reload, Back and a copied link stay on the lesson that is being called.
  const isElsewhere = table !== null && lessonId !== '' && lessonId !== lessonInPlace
  useEffect(() => {
    if (isElsewhere && useRollCall.getState().lessonId === lessonId) {
      refinePlace(rollCallPath(sessionId, lessonId))
    }
  }, [isElsewhere, sessionId, lessonId])
  return { table, refusal }
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
        onChange={(chosen) => {
          go(rollCallPath(sessionId, chosen))
        }}
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
  const connected = useConnection(({ state }) => state === 'open')
  const { unit, outcome, refusal, people } = useRollCall()
  const boxRef = useRef<HTMLInputElement>(null)
  useRollCallKeys(boxRef, connected)
  const focusBox = useCallback(() => {
    boxRef.current?.focus()
  }, [])
  const hall = useHall()
  // The box and the result line answer a key at once; the hall around them follows a moment later.
  const later = useDeferredValue(hall)
  const rest = useRollCall((state) => restOf(state).length)
  const closed = useRollCall(isClosed)
  return (
    <>
      <RollCallBox
        boxRef={boxRef}
        target={hall.target}
        shown={hall.shown}
        statuses={hall.statuses}
        rest={rest}
        closed={closed}
        connected={connected}
      />
      {refusal && <RefusalBox refusal={refusal} />}
      <UnsavedMarks />
      <ResultLine outcome={outcome} closed={closed} connected={connected} />
      <div className="roll-columns">
        <RollCallGrid
          people={later.shown}
          statuses={later.statuses}
          pending={later.pending}
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

/** Whom the hall shows and with what: one key computes each of these once, however large the roster is. */
function useHall() {
  const { table, lessonId, overlays, people, unit, box } = useRollCall()
  const statuses = useMemo(
    () => storedStatuses({ table, lessonId, overlays }),
    [table, lessonId, overlays],
  )
  const pending = useMemo(() => pendingOf(overlays, lessonId), [overlays, lessonId])
  const shown = useMemo(() => shownPeople({ people, unit, box }), [people, unit, box])
  return useMemo(
    () => ({ shown, statuses, pending, target: targetOf(box, shown) }),
    [shown, statuses, pending, box],
  )
}

/** Said, not shown as a button that does nothing. */
function Later() {
  const { t } = useTranslation()
  return <p className="muted small">{t('attendance:rollCall.later')}</p>
}
