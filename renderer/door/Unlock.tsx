import { Button, Input, Select } from 'antd'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/core/result'
import type { State } from '#shared/system/contract'
import { LanguageSwitch } from '#renderer/frame/LanguageSwitch'
import { Field } from '#renderer/ui/Field'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { unlockVault } from '#renderer/system/system-state'
import './door.css'

interface UnlockProps {
  readonly state: State
}

export function Unlock({ state }: UnlockProps) {
  const { t } = useTranslation()
  const [user, setUser] = useState(state.users[0]?.name ?? '')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefusal(await unlockVault(user, password))
    setBusy(false)
  }
  return (
    <main className="door">
      <header className="door-head">
        <b className="brand">{t('common:brand')}</b>
        <LanguageSwitch />
      </header>
      <form className="card door-card" onSubmit={(event) => void submit(event)}>
        <h1>{state.org === '' ? t('vault:unlock.title') : state.org}</h1>
        <p className="muted">{t(state.demo ? 'vault:unlock.demoText' : 'vault:unlock.text')}</p>
        <Field label={t('vault:unlock.user')}>
          {({ id }) => (
            <Select
              id={id}
              value={user}
              onChange={setUser}
              options={state.users.map(({ name }) => ({ value: name, label: name }))}
            />
          )}
        </Field>
        <Field label={t('vault:password')}>
          {(tie) => (
            <Input.Password
              {...tie}
              autoFocus
              autoComplete="current-password"
              value={password}
              onChange={(event) => {
                setPassword(event.target.value)
              }}
            />
          )}
        </Field>
        {refusal && <RefusalBox refusal={refusal} />}
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('vault:unlock.open')}
        </Button>
      </form>
    </main>
  )
}
