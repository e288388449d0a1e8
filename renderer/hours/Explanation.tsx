import { useTranslation } from 'react-i18next'
import { attendanceStatuses } from '#shared/attendance/model'
import type { ComputedHours, ShownRule } from '#shared/hours/contract'
import { signs } from '#renderer/attendance/roll-call-view'
import { Dialog } from '#renderer/sessions/Dialog'
import { shownDay } from '#renderer/ui/dates'
import { StatusTag } from '#renderer/ui/StatusTag'
import { countedApart, cutsByReason } from './hours-view.ts'
import './hours.css'

interface ExplanationProps {
  readonly row: ComputedHours
  readonly ruleSet: ShownRule
  readonly onClose: () => void
}

/** Why this number: lesson by lesson, down to the facts, and the rule with its source. */
export function Explanation({ row, ruleSet, onClose }: ExplanationProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      side
      onClose={onClose}
      title={t('hours:screen.explainTitle', { name: row.name, hours: row.hours })}
    >
      <div className="stack">
        <p>
          {t('hours:screen.sum', {
            planned: row.planned,
            cut: Math.round((row.planned - row.hours) * 100) / 100,
            hours: row.hours,
          })}
        </p>
        {row.cut.length > 0 && (
          <ul className="cuts">
            {cutsByReason(row.cut).map(({ reason, hours }) => (
              <li key={reason}>{`−${hours} ${t([`hours:cut.${reason}`, reason])}`}</li>
            ))}
          </ul>
        )}
        <h3>{t('hours:screen.lessonByLesson')}</h3>
        <ol className="because">
          {row.because.map((lesson) => (
            <LessonReason key={lesson.lessonId} lesson={lesson} />
          ))}
        </ol>
        <Rule ruleSet={ruleSet} />
      </div>
    </Dialog>
  )
}

type Because = ComputedHours['because'][number]

function LessonReason({ lesson }: { readonly lesson: Because }) {
  const { t, i18n } = useTranslation()
  const { date, label, status, hours, counted, facts } = lesson
  const known = attendanceStatuses.find((one) => one === status) ?? 'unmarked'
  return (
    <li>
      <div className="row">
        <b>{`${shownDay(date, i18n.language)} ${t(`sessions:label.${label}`)}`}</b>
        <StatusTag {...signs[known]}>{t(`attendance:status.${known}`)}</StatusTag>
        <span className="push">{t('hours:screen.ofHours', { counted, hours })}</span>
      </div>
      <ul className="facts">
        {facts.length === 0 && (
          <li className="muted">
            {t(status === 'unmarked' ? 'hours:screen.noFacts' : 'hours:screen.decided')}
          </li>
        )}
        {facts.map((fact, index) => (
          <li key={`${fact.kind} ${fact.at}`}>
            {t('hours:screen.fact', {
              kind: t([`attendance:kind.${fact.kind}`, fact.kind]),
              at: fact.at.slice(0, 16).replace('T', ' '),
              means: t([`attendance:means.${fact.means}`, fact.means]),
            })}
            {facts.length > 1 && index === facts.length - 1 && (
              <b>{` ${t('hours:screen.lastWord')}`}</b>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

function Rule({ ruleSet }: { readonly ruleSet: ShownRule }) {
  const { t } = useTranslation()
  const { counted, not } = countedApart(ruleSet.countedStatuses)
  const words = (statuses: typeof counted) =>
    statuses.map((status) => t(`attendance:status.${status}`)).join(t('hours:screen.between'))
  return (
    <section className="rule" aria-label={t('hours:screen.rule')}>
      <div className="row">
        <h3>{t('hours:screen.ruleName', { name: ruleSet.name, version: ruleSet.version })}</h3>
        {ruleSet.editableDefault && (
          <StatusTag tone="info" icon="✎">
            {t('hours:screen.editableDefault')}
          </StatusTag>
        )}
      </div>
      <p>
        {t('hours:screen.ruleText', {
          minutes: ruleSet.minutesPerHour,
          most: ruleSet.maxPerDay,
          rounding: t([`hours:rounding.${ruleSet.rounding}`, ruleSet.rounding]),
        })}
      </p>
      <p>{t('hours:screen.counts', { counted: words(counted), not: words(not) })}</p>
      <p className="muted small">{t('hours:screen.source', { source: ruleSet.source })}</p>
    </section>
  )
}
