import { Input } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Learner } from '#shared/sessions/contract'
import { useQuery } from '#renderer/live'
import { useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { FileDrop } from '#renderer/ui/FileDrop'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { WorkProgress } from '#renderer/ui/WorkProgress'
import { HeldRows } from './HeldRows.tsx'
import { ImportReport } from './ImportReport.tsx'
import { LearnersTable } from './LearnersTable.tsx'
import { filterLearners } from './learners-view.ts'
import { RemoveLearner } from './RemoveLearner.tsx'
import { cancelImport, chooseRoster, dropRoster, useRosterImport } from './roster-import-state.ts'
import { SessionFrame } from './SessionFrame.tsx'
import './sessions.css'

/** 学员: the roster, and the import that fills it. */
export function LearnersPage() {
  const sessionId = useRoute().ids[0] ?? ''
  const listed = useQuery(
    `roster ${sessionId}`,
    (signal) => client.roster.list({ sessionId }, { signal }),
    ['enrollment', 'teacher', 'unit'],
  )
  return (
    <SessionFrame sessionId={sessionId} tab="learners">
      {() => (
        <>
          <Import sessionId={sessionId} small={(listed.data?.learners.length ?? 0) > 0} />
          {listed.refusal && <RefusalBox refusal={listed.refusal} />}
          <HeldRows sessionId={sessionId} />
          {listed.data && <Roster sessionId={sessionId} learners={listed.data.learners} />}
        </>
      )}
    </SessionFrame>
  )
}

interface ImportProps {
  readonly sessionId: string
  /** A roster stands already: another import is the exception. */
  readonly small: boolean
}

function Import({ sessionId, small }: ImportProps) {
  const { t } = useTranslation()
  const work = useRosterImport()
  if (work.sessionId === sessionId && work.report) return <ImportReport report={work.report} />
  if (work.progress) {
    const { step, done, of } = work.progress
    return (
      <WorkProgress
        label={t(`roster:screen.step.${step}`)}
        done={done}
        of={of}
        onCancel={cancelImport}
      />
    )
  }
  return (
    <div className={small ? 'small-drop' : undefined}>
      <FileDrop
        label={t('roster:screen.drop')}
        button={t('roster:screen.choose')}
        onPick={() => void chooseRoster(sessionId)}
        onFile={(file) => void dropRoster(sessionId, file)}
      />
      {work.sessionId === sessionId && work.refusal && <RefusalBox refusal={work.refusal} />}
    </div>
  )
}

interface RosterProps {
  readonly sessionId: string
  readonly learners: readonly Learner[]
}

function Roster({ sessionId, learners }: RosterProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [removing, setRemoving] = useState<Learner | null>(null)
  const done = useCallback(() => {
    setRemoving(null)
  }, [])
  const shown = filterLearners(learners, text)
  if (learners.length === 0) return <p className="muted">{t('roster:screen.empty')}</p>
  return (
    <section className="card stack" aria-label={t('roster:screen.table')}>
      <div className="row">
        <Input
          className="learner-filter"
          value={text}
          aria-label={t('roster:screen.filter')}
          placeholder={t('roster:screen.filter')}
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
        <span className="muted" role="status">
          {t('roster:screen.shown', { shown: shown.length, all: learners.length })}
        </span>
      </div>
      <LearnersTable learners={shown} onRemove={setRemoving} />
      {removing && <RemoveLearner sessionId={sessionId} learner={removing} onDone={done} />}
    </section>
  )
}
