import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/core/result'
import type { ComputedHours } from '#shared/hours/contract'
import { Card } from '#renderer/ui/Card'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { StatusTag } from '#renderer/ui/StatusTag'
import { RegisterDialog, type Unfinished, UnfinishedList } from './RegisterDialog.tsx'
import { registerHours, useRegistering } from './hours-state.ts'
import { toRegister, waitingIn } from './hours-view.ts'

interface RegisterProps {
  readonly sessionId: string
  readonly rows: readonly ComputedHours[]
  /** What the session still lacks: it would be left out now. */
  readonly unfinished: Unfinished
}

/** 学时登记: what will be written is said and asked before it is written. */
export function Register({ sessionId, rows, unfinished }: RegisterProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const work = useRegistering()
  const own = work.sessionId === sessionId ? work : null
  const plan = toRegister(rows)
  const stop = () => {
    setAsking(false)
  }
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
        {plan.people > 0 && <UnfinishedList unfinished={unfinished} />}
        {own && <Outcome done={own.done} refusal={own.refusal} />}
        {plan.people > 0 && (
          <div>
            <Button
              type="primary"
              loading={work.working}
              onClick={() => {
                setAsking(true)
              }}
            >
              {t('hours:screen.register', { people: plan.people, hours: plan.hours })}
            </Button>
          </div>
        )}
      </div>
      {asking && (
        <RegisterDialog
          waiting={waitingIn(rows)}
          unfinished={unfinished}
          onClose={stop}
          onRegister={() => {
            stop()
            void registerHours(sessionId)
          }}
        />
      )}
    </Card>
  )
}

interface OutcomeProps {
  readonly done: { readonly entries: number; readonly total: number } | null
  readonly refusal: Refusal | null
}

function Outcome({ done, refusal }: OutcomeProps) {
  const { t } = useTranslation()
  if (refusal) return <RefusalBox refusal={refusal} />
  if (!done) return null
  return (
    <p role="status">
      <StatusTag tone="good" icon="✓">
        {t('hours:screen.written', done)}
      </StatusTag>
    </p>
  )
}
