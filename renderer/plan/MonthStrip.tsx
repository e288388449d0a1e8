import { useTranslation } from 'react-i18next'
import { monthText } from '#renderer/ui/dates'

interface MonthStripProps {
  /** 1 to 12, sorted. */
  readonly months: readonly number[]
}

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Twelve boxes, those of the project filled and numbered. */
export function MonthStrip({ months }: MonthStripProps) {
  const { t, i18n } = useTranslation()
  const names = months.map((month) => monthText(month, i18n.language)).join(' ')
  const label = months.length === 0 ? t('plan:noMonth') : names
  return (
    <span className="strip" role="img" aria-label={label} title={label}>
      {allMonths.map((month) => (
        <i key={month} className={months.includes(month) ? 'on' : ''}>
          {months.includes(month) ? month : ''}
        </i>
      ))}
    </span>
  )
}
