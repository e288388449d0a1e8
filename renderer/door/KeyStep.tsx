import { Button, Input } from 'antd'
import { useEffect, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { printPage } from '#renderer/ipc/print'
import { Field } from '#renderer/ui/Field'
import { askBack, keyIsSafe, showKeyAgain, useFirstRun } from './first-run-state.ts'
import { groupsOf, provesKey } from './first-run-view.ts'
import { saveText } from './save-text.ts'

/** Shows the recovery key once, and takes no other word for its being safe than four of its letters. */
export function KeyStep() {
  const { recoveryKey, asked } = useFirstRun()
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
    }
  }, [])
  const groups = groupsOf(recoveryKey)
  return asked === null ? (
    <ShownKey groups={groups} />
  ) : (
    <ProvenKey group={groups[asked] ?? ''} place={asked + 1} />
  )
}

interface ShownKeyProps {
  readonly groups: readonly string[]
}

function ShownKey({ groups }: ShownKeyProps) {
  const { t } = useTranslation()
  const org = useFirstRun((firstRun) => firstRun.org)
  const save = () => {
    const lines = [t('vault:key.sheet', { org }), groups.join('-'), t('vault:key.keep')]
    saveText(`${t('vault:key.fileName', { org })}.txt`, lines.join('\r\n\r\n'))
  }
  return (
    <div className="card door-card">
      <h1 className="no-print">{t('vault:key.title')}</h1>
      <p className="muted no-print">{t('vault:key.text')}</p>
      <div className="key-sheet">
        <h2>{t('vault:key.sheet', { org })}</h2>
        <ol className="key-groups" aria-label={t('vault:key.label')}>
          {groups.map((group, index) => (
            <li key={`${index} ${group}`}>
              <span aria-hidden>{index + 1}</span>
              {group}
            </li>
          ))}
        </ol>
        <p>{t('vault:key.keep')}</p>
      </div>
      <div className="row no-print">
        <Button onClick={() => void printPage()}>{t('common:print')}</Button>
        {!window.desktop && <Button onClick={save}>{t('common:save')}</Button>}
        <Button type="primary" onClick={askBack}>
          {t('vault:key.kept')}
        </Button>
      </div>
    </div>
  )
}

interface ProvenKeyProps {
  readonly group: string
  readonly place: number
}

function ProvenKey({ group, place }: ProvenKeyProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (provesKey(group, typed)) void keyIsSafe()
    else setWrong(true)
  }
  return (
    <form className="card door-card" onSubmit={submit}>
      <h1>{t('vault:key.proveTitle')}</h1>
      <p className="muted">{t('vault:key.proveText')}</p>
      <Field
        label={t('vault:key.group', { place })}
        fault={wrong ? t('vault:fault.group') : undefined}
      >
        {(tie) => (
          <Input
            {...tie}
            autoFocus
            className="key-input"
            maxLength={8}
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setWrong(false)
            }}
          />
        )}
      </Field>
      <div className="row">
        <Button type="primary" htmlType="submit">
          {t('common:next')}
        </Button>
        <Button onClick={showKeyAgain}>{t('vault:key.again')}</Button>
      </div>
    </form>
  )
}
