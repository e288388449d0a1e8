import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import './ui.css'

interface WorkProgressProps {
  /** What is being done. */
  readonly label: string
  /** How many of how many; 0 of 0 while unknown. */
  readonly done: number
  readonly of: number
  readonly onCancel?: () => void
}

export function WorkProgress({ label, done, of, onCancel }: WorkProgressProps) {
  const { t } = useTranslation()
  const known = of > 0
  return (
    <div className="card work" role="status">
      <span>{label}</span>
      <progress aria-label={label} {...(known ? { value: done, max: of } : {})} />
      {known && <span className="muted">{t('common:countOf', { done, of })}</span>}
      {onCancel && <Button onClick={onCancel}>{t('common:cancel')}</Button>}
    </div>
  )
}
