import { Button, Input } from 'antd'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DemoPanel } from '#renderer/demo/DemoPanel'
import { go } from '#renderer/route'
import { Field } from '#renderer/ui/Field'
import { loadState } from '#renderer/system/system-state'
import { fill, goToStep, leaveFirstRun, useFirstRun } from './first-run-state.ts'
import { schoolFaults } from './first-run-view.ts'

export function SchoolStep() {
  const { t } = useTranslation()
  const { org, region } = useFirstRun()
  const [tried, setTried] = useState(false)
  const faults = schoolFaults({ org, region })
  const fault = (key: string | undefined) => (tried && key ? t(`vault:fault.${key}`) : undefined)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length === 0) goToStep('admin')
  }
  const demoOpened = () => {
    leaveFirstRun()
    go('/demo')
    void loadState()
  }
  return (
    <form className="card door-card" onSubmit={submit} noValidate>
      <h1>{t('vault:first.schoolTitle')}</h1>
      <p className="muted">{t('vault:first.schoolText')}</p>
      <Field label={t('vault:first.org')} help={t('vault:first.orgHelp')} fault={fault(faults.org)}>
        {(tie) => (
          <Input
            {...tie}
            autoFocus
            maxLength={100}
            value={org}
            onChange={(event) => {
              fill({ org: event.target.value })
            }}
          />
        )}
      </Field>
      <Field
        label={t('vault:first.region')}
        help={t('vault:first.regionHelp')}
        fault={fault(faults.region)}
      >
        {(tie) => (
          <Input
            {...tie}
            inputMode="numeric"
            maxLength={6}
            value={region}
            onChange={(event) => {
              fill({ region: event.target.value.trim() })
            }}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit">
        {t('common:next')}
      </Button>
      <hr />
      <p className="muted">{t('vault:demo.first')}</p>
      <DemoPanel onOpened={demoOpened} />
    </form>
  )
}
