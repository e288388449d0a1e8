import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ComputedHours } from '#shared/hours/contract'
import { Card } from '#renderer/ui/Card'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { StatusTag } from '#renderer/ui/StatusTag'
import { registerHours, useRegistering } from './hours-state.ts'
import { toRegister } from './hours-view.ts'

interface RegisterProps {
  readonly sessionId: string
  readonly rows: readonly ComputedHours[]
  /** Lessons in which people still have no mark. */
  readonly lessonsOpen: number
}

/** 学时登记: what will be written is said before it is written. */
export function Register({ sessionId, rows, lessonsOpen }: RegisterProps) {
  const { t } = useTranslation()
  const work = useRegistering()
  const own = work.sessionId === sessionId ? work : null
  const plan = toRegister(rows)
  return (
    <Card title={t('hours:screen.registerTitle')}>
      <div className="stack">
        <p>
          {t(plan.people > 0 ? 'hours:screen.willWrite' : 'hours:screen.nothingToWrite', {
            ...plan,
          })}
        </p>
        {plan.without > 0 && (
          <p className="muted">{t('hours:screen.without', { count: plan.without })}</p>
        )}
        <Warning text="hours:screen.differ" count={plan.differ} />
        <Warning text="hours:screen.lessonsOpen" count={lessonsOpen} />
        {own?.refusal && <RefusalBox refusal={own.refusal} />}
        {own?.done && (
          <p role="status">
            <StatusTag tone="good" icon="✓">
              {t('hours:screen.written', own.done)}
            </StatusTag>
          </p>
        )}
        {plan.people > 0 && (
          <div>
            <Button
              type="primary"
              loading={work.working}
              onClick={() => void registerHours(sessionId)}
            >
              {t('hours:screen.register', { people: plan.people, hours: plan.hours })}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

function Warning({ text, count }: { readonly text: string; readonly count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <p>
      <StatusTag tone="warn" icon="!">
        {t(text, { count })}
      </StatusTag>
    </p>
  )
}
