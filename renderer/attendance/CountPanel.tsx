import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { tallyStatuses } from '#shared/attendance/tally'
import { Choice } from '#renderer/sessions/Choice'
import { Card } from '#renderer/ui/Card'
import type { Person } from './roll-call-match.ts'
import { chooseUnit } from './roll-call-state.ts'
import { type Statuses, type UnitProgress, signs, thereOf, unitProgress } from './roll-call-view.ts'

interface CountPanelProps {
  readonly people: readonly Person[]
  readonly statuses: Statuses
  readonly unit: string
}

const parts = ['present', 'late', 'left-early', 'leave', 'absent', 'unmarked'] as const

/** How many are there, how many are not, and which unit still lacks whom. */
export const CountPanel = memo(function CountPanel({ people, statuses, unit }: CountPanelProps) {
  const { t } = useTranslation()
  const counts = tallyStatuses(statuses.values())
  const units = unitProgress(people, statuses)
  return (
    <>
      <div className="card">
        <p className="roll-count">
          <b>{thereOf(counts)}</b>
          <span className="muted">{t('attendance:counts.of', { all: people.length })}</span>
        </p>
      </div>
      <dl className="roll-counts">
        {parts.map((status) => (
          <div key={status} className={`tag-${signs[status].tone}`}>
            <dt>
              <span aria-hidden>{signs[status].icon}</span> {t(`attendance:status.${status}`)}
            </dt>
            <dd>{counts[status]}</dd>
          </div>
        ))}
      </dl>
      <Card title={t('attendance:counts.byUnit')}>
        <Choice
          label={t('attendance:counts.onlyUnit')}
          value={unit}
          onChange={chooseUnit}
          options={[
            { value: '', label: t('attendance:counts.allUnits') },
            ...units.map((one) => ({
              value: one.unit,
              label: one.unit || t('attendance:counts.noUnit'),
            })),
          ]}
        />
        <UnitBars units={units} />
      </Card>
    </>
  )
})

function UnitBars({ units }: { readonly units: readonly UnitProgress[] }) {
  const { t } = useTranslation()
  return (
    <ul className="unit-bars">
      {units.map(({ unit, there, of }) => {
        const name = unit || t('attendance:counts.noUnit')
        const label = t('attendance:counts.unitLine', { unit: name, there, of })
        return (
          <li key={unit}>
            <span className="roll-unit" title={name}>
              {name}
            </span>
            <progress value={there} max={of} aria-label={label} />
            <span>{`${there} / ${of}`}</span>
          </li>
        )
      })}
    </ul>
  )
}
