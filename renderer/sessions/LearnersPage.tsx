import { Input } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Learner, ShownSession } from '#shared/sessions/contract'
import { nameOfFile } from '#renderer/ipc/files'
import type { Progress } from '#renderer/ipc/run-work'
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
      {(session) => (
        <>
          <Import session={session} small={(listed.data?.learners.length ?? 0) > 0} />
          {listed.refusal && <RefusalBox refusal={listed.refusal} />}
          <HeldRows sessionId={sessionId} />
          {listed.data && <Roster sessionId={sessionId} learners={listed.data.learners} />}
        </>
      )}
    </SessionFrame>
  )
}

interface ImportProps {
  readonly session: ShownSession
  /** A roster stands already: another import is the exception. */
  readonly small: boolean
}

/** A file is read and shown first and written only then; the place for the next one stays. */
function Import({ session, small }: ImportProps) {
  const { t } = useTranslation()
  const { id: sessionId } = session
  const work = useRosterImport()
  const isOwn = work.sessionId === sessionId
  const isShown = isOwn && (work.report ?? work.preview) !== null
  return (
    <>
      <div className={small || isShown ? 'small-drop' : undefined}>
        <FileDrop
          label={t('roster:screen.drop')}
          button={t(isShown ? 'roster:screen.chooseOther' : 'roster:screen.choose')}
          disabled={work.progress !== null}
          onPick={() => void chooseRoster(sessionId)}
          onFile={(file) => void dropRoster(sessionId, file)}
        />
      </div>
      {work.progress && <Working progress={work.progress} />}
      {isOwn && work.refusal && <RefusalBox refusal={work.refusal} />}
      {isOwn && <Result session={session} />}
    </>
  )
}

function Working({ progress: { step, done, of } }: { readonly progress: Progress }) {
  const { t } = useTranslation()
  return (
    <WorkProgress
      label={t(`roster:screen.step.${step}`)}
      done={done}
      of={of}
      onCancel={cancelImport}
    />
  )
}

/** What the file would bring, and once it is written, what it brought. */
function Result({ session }: { readonly session: ShownSession }) {
  const { file, progress, preview, report } = useRosterImport()
  const shown = report ?? preview
  if (shown === null || progress !== null) return null
  return (
    <ImportReport
      report={shown}
      fileName={file ? nameOfFile(file) : ''}
      previewFor={report ? null : session}
    />
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
