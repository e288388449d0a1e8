import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComputedHours, ShownRule } from '#shared/hours/contract'
import type { Column } from '#renderer/sessions/PlainTable'
import { PlainTable } from '#renderer/sessions/PlainTable'
import { Card } from '#renderer/ui/Card'
import { StatusTag } from '#renderer/ui/StatusTag'
import { Explanation } from './Explanation.tsx'
import { cutsByReason, differingIn, oddFirst } from './hours-view.ts'
import './hours.css'

interface HoursTableProps {
  readonly rows: readonly ComputedHours[]
  readonly ruleSet: ShownRule
  /** Whose explanation a link asked for, '' for nobody's. */
  readonly openFirst?: string
}

/** What everyone earned; each number opens its explanation. */
export function HoursTable({ rows, ruleSet, openFirst = '' }: HoursTableProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(openFirst)
  const explained = rows.find(({ teacherId }) => teacherId === opened)
  return (
    <Card title={t('hours:screen.computed')}>
      <Differing rows={rows} />
      <p className="muted small">{t('hours:screen.clickANumber')}</p>
      <PlainTable
        caption={t('hours:screen.computed')}
        columns={columnsOf(t, setOpened)}
        rows={oddFirst(rows)}
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

/** Those whose marks changed after registration, by name and with both numbers. */
function Differing({ rows }: { readonly rows: readonly ComputedHours[] }) {
  const { t } = useTranslation()
  const differing = differingIn(rows)
  if (differing.length === 0) return null
  return (
    <div className="differing" role="note">
      <p>{t('hours:screen.differ', { count: differing.length })}</p>
      <ul className="row wrap">
        {differing.map(({ teacherId, name, hours, registered }) => (
          <li key={teacherId}>
            <StatusTag tone="warn" icon="!">
              {t('hours:screen.differOf', { name, hours, registered })}
            </StatusTag>
          </li>
        ))}
      </ul>
    </div>
  )
}

function columnsOf(
  t: TFunction,
  onExplain: (teacherId: string) => void,
): readonly Column<ComputedHours>[] {
  return [
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
            onExplain(row.teacherId)
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
}

function CutCell({ row }: { readonly row: ComputedHours }) {
  const { t } = useTranslation()
  const cuts = cutsByReason(row.cut)
  if (cuts.length === 0) return '—'
  return cuts
    .map(({ reason, hours }) => `${t([`hours:cut.${reason}`, reason])} −${hours}`)
    .join(' · ')
}
