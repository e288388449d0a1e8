import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/core/result'
import './ui.css'

interface RefusalBoxProps {
  readonly refusal: Refusal
  /** The button that does what the hint says. */
  readonly action?: ReactNode
}

/** What happened, what is safe, what to do now, and a code for the telephone. */
export function RefusalBox({ refusal, action }: RefusalBoxProps) {
  const { t } = useTranslation()
  const { code, params } = refusal
  return (
    <div className="refusal" role="alert">
      <span className="refusal-sign" aria-hidden>
        {'!'}
      </span>
      <div>
        <strong>{t(`refusals:${code}.message`, params)}</strong>
        <p>
          {t('common:twoSentences', {
            first: t(`refusals:${code}.safe`, params),
            second: t(`refusals:${code}.hint`, params),
          })}{' '}
          <code>{t('common:code', { code })}</code>
        </p>
      </div>
      {action !== undefined && <div className="push">{action}</div>}
    </div>
  )
}
