import { useTranslation } from 'react-i18next'
import { useNow } from '#renderer/ui/use-now'
import { StatusTag } from '#renderer/ui/StatusTag'
import { clockText, isClockBehind } from './clock-view.ts'

interface ClockProps {
  readonly lastEventAt: string
}

export function Clock({ lastEventAt }: ClockProps) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  return (
    <span className="row">
      <time>{clockText(now, i18n.language)}</time>
      {isClockBehind(now, lastEventAt) && (
        <StatusTag tone="warn" icon="◔">
          <span title={t('common:clockBehindText')}>{t('common:clockBehind')}</span>
        </StatusTag>
      )}
    </span>
  )
}
