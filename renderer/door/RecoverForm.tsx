import { Button, Input } from 'antd'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/core/result'
import { Field } from '#renderer/ui/Field'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { recoverVault } from '#renderer/system/system-state'
import { NewPassword } from './NewPassword.tsx'
import { recoverFaults, recoveryGroups } from './first-run-view.ts'

interface RecoverFormProps {
  readonly user: string
  readonly onBack: () => void
}

const blank = { recoveryKey: '', password: '', again: '' }

/** 忘记密码: the printed recovery key sets a new one and logs in. */
export function RecoverForm({ user, onBack }: RecoverFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(blank)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const faults = recoverFaults(draft)
  const fault = (key: string | undefined) => (tried && key ? t(`vault:fault.${key}`) : undefined)
  const fill = (part: Partial<typeof blank>) => {
    setDraft({ ...draft, ...part })
    setRefusal(null)
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length > 0) return
    setBusy(true)
    const { recoveryKey, password } = draft
    setRefusal(
      await recoverVault({ user, password, recoveryKey: recoveryGroups(recoveryKey).join('-') }),
    )
    setBusy(false)
  }
  return (
    <form className="card door-card" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('vault:recover.title')}</h1>
      <p className="muted">{t('vault:recover.text', { user })}</p>
      <Field
        label={t('vault:recover.key')}
        help={t('vault:recover.keyHelp')}
        fault={fault(faults.recoveryKey)}
      >
        {(tie) => (
          <Input
            {...tie}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            value={draft.recoveryKey}
            onChange={(event) => {
              fill({ recoveryKey: event.target.value })
            }}
          />
        )}
      </Field>
      <NewPassword
        password={draft.password}
        again={draft.again}
        passwordFault={fault(faults.password)}
        againFault={fault(faults.again)}
        onFill={fill}
      />
      {refusal && <RefusalBox refusal={refusal} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('vault:recover.open')}
        </Button>
        <Button disabled={busy} onClick={onBack}>
          {t('common:back')}
        </Button>
      </div>
    </form>
  )
}
