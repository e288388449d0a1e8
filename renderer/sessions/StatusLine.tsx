import { useTranslation } from 'react-i18next'
import type { ShownSession } from '#shared/sessions/contract'
import { type Step, stepNote, stepPath } from './sessions-view.ts'
import './sessions.css'

interface StatusLineProps {
  readonly session: ShownSession
}

/** The eight steps of a session; each leads to the screen on which it is done. */
export function StatusLine({ session }: StatusLineProps) {
  const { t } = useTranslation()
  return (
    <nav className="card no-print" aria-label={t('sessions:frame.steps')}>
      <ol className="steps">
        {session.steps.map((step, index) => (
          <StepItem key={step.step} session={session} step={step} number={index + 1} />
        ))}
      </ol>
    </nav>
  )
}

interface StepItemProps {
  readonly session: ShownSession
  readonly step: Step
  readonly number: number
}

function StepItem({ session, step, number }: StepItemProps) {
  const { t } = useTranslation()
  const note = stepNote(session, step)
  const sign = { done: '✓', missing: '!', 'later-version': '…', now: number, ahead: number }
  return (
    <li className={`step step-${step.state}`}>
      <a
        href={`#${stepPath(session, step.step)}`}
        aria-current={step.state === 'now' ? 'step' : undefined}
      >
        <span className="step-sign" aria-hidden>
          {sign[step.state]}
        </span>
        <span>{t(`sessions:step.${step.step}`)}</span>
        <span className="hidden-text">{t(`sessions:state.${step.state}`)}</span>
        <small>{t(note.key, note.params)}</small>
      </a>
    </li>
  )
}
