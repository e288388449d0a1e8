import { Button } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { maskDocument, maskPhone } from '#shared/people/mask'
import type { Learner } from '#shared/sessions/contract'
import { rowWindow, useFrame } from './use-window.ts'

interface LearnersTableProps {
  readonly learners: readonly Learner[]
  readonly onRemove: (learner: Learner) => void
}

/** Each row has one line of this height, so that only the rows in sight stand in the page. */
const rowHeight = 38

const fields = ['name', 'unit', 'document', 'phone', 'subject', 'title', 'origin'] as const

export function LearnersTable({ learners, onRemove }: LearnersTableProps) {
  const { t } = useTranslation()
  const { ref, frame } = useFrame<HTMLDivElement>()
  const { from, to } = rowWindow(frame, rowHeight, learners.length)
  return (
    <div
      ref={ref}
      className="long-frame"
      tabIndex={0}
      role="group"
      aria-label={t('roster:screen.table')}
    >
      <table className="plain long-table" aria-rowcount={learners.length + 1}>
        <caption className="hidden-text">{t('roster:screen.table')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="number">
              {t('roster:screen.position')}
            </th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {t(`roster:screen.fields.${field}`)}
              </th>
            ))}
            <th scope="col">{t('roster:screen.action')}</th>
          </tr>
        </thead>
        <tbody>
          <Gap rows={from} />
          {learners.slice(from, to).map((learner, index) => (
            <LearnerRow
              key={learner.enrollmentId}
              learner={learner}
              number={from + index + 1}
              onRemove={onRemove}
            />
          ))}
          <Gap rows={learners.length - to} />
        </tbody>
      </table>
    </div>
  )
}

function Gap({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null
  return (
    <tr aria-hidden style={{ height: rows * rowHeight }}>
      <td colSpan={fields.length + 2} />
    </tr>
  )
}

interface LearnerRowProps {
  readonly learner: Learner
  readonly number: number
  readonly onRemove: (learner: Learner) => void
}

const LearnerRow = memo(function LearnerRow({ learner, number, onRemove }: LearnerRowProps) {
  const { t } = useTranslation()
  return (
    <tr aria-rowindex={number + 1} style={{ height: rowHeight }}>
      <td className="number">{number}</td>
      <th scope="row">{learner.name}</th>
      <td title={learner.unit}>{learner.unit || '—'}</td>
      <td className="digits">{maskDocument(learner.docNo)}</td>
      <td className="digits">{learner.phone === '' ? '—' : maskPhone(learner.phone)}</td>
      <td>{learner.subject || '—'}</td>
      <td>{learner.title || '—'}</td>
      <td>{t([`roster:screen.origin.${learner.origin}`, learner.origin])}</td>
      <td>
        <Button
          size="small"
          onClick={() => {
            onRemove(learner)
          }}
          aria-label={t('roster:screen.removeWho', { name: learner.name })}
        >
          {t('roster:screen.remove')}
        </Button>
      </td>
    </tr>
  )
})
