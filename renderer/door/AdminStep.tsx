import { Button, Input } from 'antd'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#renderer/ui/Field'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { NewPassword } from './NewPassword.tsx'
import { createVault, fill, goToStep, useFirstRun } from './first-run-state.ts'
import { adminFaults } from './first-run-view.ts'

export function AdminStep() {
  const { t } = useTranslation()
  const { admin, password, again, busy, refusal } = useFirstRun()
  const [tried, setTried] = useState(false)
  const faults = adminFaults({ admin, password, again })
  const fault = (key: string | undefined) => (tried && key ? t(`vault:fault.${key}`) : undefined)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length === 0) void createVault()
  }
  return (
    <form className="card door-card" onSubmit={submit} noValidate>
      <h1>{t('vault:first.adminTitle')}</h1>
      <p className="muted">{t('vault:first.adminText')}</p>
      <Field label={t('vault:first.admin')} fault={fault(faults.admin)}>
        {(tie) => (
          <Input
            {...tie}
            autoFocus
            maxLength={50}
            autoComplete="username"
            value={admin}
            onChange={(event) => {
              fill({ admin: event.target.value })
            }}
          />
        )}
      </Field>
      <NewPassword
        password={password}
        again={again}
        passwordFault={fault(faults.password)}
        againFault={fault(faults.again)}
        onFill={fill}
      />
      {refusal && <RefusalBox refusal={refusal} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('vault:first.create')}
        </Button>
        <Button
          disabled={busy}
          onClick={() => {
            goToStep('school')
          }}
        >
          {t('common:back')}
        </Button>
      </div>
    </form>
  )
}
