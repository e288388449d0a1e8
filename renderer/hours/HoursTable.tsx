import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComputedHours } from '#shared/hours/contract'
import type { Column } from '#renderer/sessions/PlainTable'
import { PlainTable } from '#renderer/sessions/PlainTable'
import { Card } from '#renderer/ui/Card'
import { Explanation, type RuleSet } from './Explanation.tsx'
import { cutFirst, cutsByReason } from './hours-view.ts'
import './hours.css'

interface HoursTableProps {
  readonly rows: readonly ComputedHours[]
  readonly ruleSet: RuleSet
}

/** What everyone earned; each number opens its explanation. */
export function HoursTable({ rows, ruleSet }: HoursTableProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState('')
  const explained = rows.find(({ teacherId }) => teacherId === opened)
  const columns: readonly Column<ComputedHours>[] = [
    { key: 'name', title: t('hours:screen.name'), cell: ({ name }) => <b>{name}</b> },
    { key: 'unit', title: t('hours:screen.unit'), cell: ({ unit }) => unit || '—' },
    {
      key: 'planned',
      title: t('hours:screen.planned'),
      isNumber: true,
      cell: ({ planned }) => planned,
    },
    {
      key: 'hours',
      title: t('hours:screen.counted'),
      isNumber: true,
      cell: (row) => (
        <button
          type="button"
          className="plain-number"
          aria-label={t('hours:screen.explainWho', { name: row.name, hours: row.hours })}
          onClick={() => {
            setOpened(row.teacherId)
          }}
        >
          {row.hours}
        </button>
      ),
    },
    { key: 'cut', title: t('hours:screen.cut'), cell: (row) => <CutCell row={row} /> },
    {
      key: 'registered',
      title: t('hours:screen.registered'),
      isNumber: true,
      cell: ({ registered }) => (registered === 0 ? '—' : registered),
    },
  ]
  return (
    <Card title={t('hours:screen.computed')}>
      <p className="muted small">{t('hours:screen.clickANumber')}</p>
      <PlainTable
        caption={t('hours:screen.computed')}
        columns={columns}
        rows={cutFirst(rows)}
        rowKey={({ teacherId }) => teacherId}
      />
      {explained && (
        <Explanation
          row={explained}
          ruleSet={ruleSet}
          onClose={() => {
            setOpened('')
          }}
        />
      )}
    </Card>
  )
}

function CutCell({ row }: { readonly row: ComputedHours }) {
  const { t } = useTranslation()
  const cuts = cutsByReason(row.cut)
  if (cuts.length === 0) return '—'
  return cuts
    .map(({ reason, hours }) => `${t([`hours:cut.${reason}`, reason])} −${hours}`)
    .join(' · ')
}
