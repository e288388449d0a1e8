import { useTranslation } from 'react-i18next'
import type { ShownSession } from '#shared/sessions/contract'
import { HoursTable } from '#renderer/hours/HoursTable'
import { toRegister, unfinishedOf, waitingForExport } from '#renderer/hours/hours-view'
import { Register } from '#renderer/hours/Register'
import { useQuery } from '#renderer/live'
import { useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { SessionFrame } from '#renderer/sessions/SessionFrame'
import { tabPath } from '#renderer/sessions/sessions-view'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { EmptyState } from '#renderer/ui/EmptyState'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { Batches } from './Batches.tsx'
import { ExportHours } from './ExportHours.tsx'

/** 学时 of a session: what was earned and why, its registration, its export. */
export function SessionHoursPage() {
  const sessionId = useRoute().ids[0] ?? ''
  return (
    <SessionFrame sessionId={sessionId} tab="hours">
      {(session) => <SessionHours session={session} />}
    </SessionFrame>
  )
}

function SessionHours({ session }: { readonly session: ShownSession }) {
  const { t } = useTranslation()
  const sessionId = session.id
  const { teacher = '' } = useRoute().query
  const asked = useQuery(
    `hours ${sessionId}`,
    (signal) => client.hours.compute({ sessionId }, { signal }),
    [
      'presence_event',
      'attendance_override',
      'leave',
      'hours_entry',
      'enrollment',
      'lesson',
      'setting',
    ],
  )
  if (asked.refusal) return <RefusalBox refusal={asked.refusal} />
  if (asked.data === undefined) {
    return (
      <p className="muted" role="status">
        {t('hours:screen.computing')}
      </p>
    )
  }
  const { rows, ruleSet } = asked.data
  const plan = toRegister(rows)
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('hours:screen.emptyTitle')}
        text={t('hours:screen.emptyText')}
        action={
          <ButtonLink primary href={`#${tabPath(sessionId, 'learners')}`}>
            {t('hours:screen.toLearners')}
          </ButtonLink>
        }
      />
    )
  }
  return (
    <>
      <div className="two-columns">
        <Register sessionId={sessionId} rows={rows} unfinished={unfinishedOf(session.steps)} />
        <ExportHours
          session={session}
          registered={plan.registeredPeople}
          waiting={waitingForExport(session.steps)}
          isNext={plan.people === 0}
        />
      </div>
      <HoursTable key={teacher} rows={rows} ruleSet={ruleSet} openFirst={teacher} />
      <Batches sessionId={sessionId} />
    </>
  )
}
