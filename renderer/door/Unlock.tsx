import { Button, Select } from 'antd'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/core/result'
import type { State } from '#shared/system/contract'
import demo from '#resources/demo/demo.json' with { type: 'json' }
import { LeaveDemo } from '#renderer/demo/LeaveDemo'
import { LanguageSwitch } from '#renderer/frame/LanguageSwitch'
import { Field } from '#renderer/ui/Field'
import { PasswordInput } from '#renderer/ui/PasswordInput'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { loadState, unlockVault } from '#renderer/system/system-state'
import { RecoverForm } from './RecoverForm.tsx'
import './door.css'

interface UnlockProps {
  readonly state: State
}

export function Unlock({ state }: UnlockProps) {
  const { t } = useTranslation()
  const [user, setUser] = useState(state.users[0]?.name ?? '')
  const [hasForgotten, setHasForgotten] = useState(false)
  return (
    <main className="door">
      <header className="door-head">
        <b className="brand">{t('common:brand')}</b>
        <LanguageSwitch />
      </header>
      {hasForgotten ? (
        <RecoverForm
          user={user}
          onBack={() => {
            setHasForgotten(false)
          }}
        />
      ) : (
        <LogIn
          state={state}
          user={user}
          onUser={setUser}
          onForgotten={() => {
            setHasForgotten(true)
          }}
        />
      )}
    </main>
  )
}

interface LogInProps extends UnlockProps {
  readonly user: string
  readonly onUser: (name: string) => void
  readonly onForgotten: () => void
}

function LogIn({ state, user, onUser, onForgotten }: LogInProps) {
  const { t } = useTranslation()
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
    <form className="card door-card" onSubmit={(event) => void submit(event)}>
      <h1>{state.org === '' ? t('vault:unlock.title') : state.org}</h1>
      <p className="muted">{t(state.demo ? 'vault:unlock.demoText' : 'vault:unlock.text', demo)}</p>
      <Field label={t('vault:unlock.user')}>
        {({ id }) => (
          <Select
            id={id}
            value={user}
            onChange={onUser}
            options={state.users.map(({ name }) => ({ value: name, label: name }))}
          />
        )}
      </Field>
      <Field label={t('vault:password')}>
        {(tie) => (
          <PasswordInput
            {...tie}
            autoFocus
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
        )}
      </Field>
      {refusal && <RefusalBox refusal={refusal} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('vault:unlock.open')}
      </Button>
      {state.demo ? (
        <LeaveDemo onLeft={() => void loadState()} />
      ) : (
        <Button type="link" onClick={onForgotten}>
          {t('vault:unlock.forgotten')}
        </Button>
      )}
    </form>
  )
}
