import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ComputedHours } from '#shared/hours/contract'
import type { ShownSession } from '#shared/sessions/contract'
import { Dialog } from '#renderer/sessions/Dialog'
import { StatusTag } from '#renderer/ui/StatusTag'
import { sumHours } from './hours-view.ts'
import './hours.css'

export type Unfinished = ShownSession['steps'][number]['missing']

interface RegisterDialogProps {
  readonly waiting: readonly ComputedHours[]
  readonly unfinished: Unfinished
  readonly onClose: () => void
  readonly onRegister: () => void
}

/** The one question of the chain: a ledger line cannot be taken back in this version. */
export function RegisterDialog(props: RegisterDialogProps) {
  const { waiting, unfinished, onClose, onRegister } = props
  const { t } = useTranslation()
  const sum = { people: waiting.length, hours: sumHours(waiting) }
  return (
    <Dialog title={t('hours:ask.title', sum)} onClose={onClose}>
      <div className="stack">
        <p>{t('hours:ask.who')}</p>
        <ul className="chips name-list" tabIndex={0} aria-label={t('hours:ask.who')}>
          {waiting.map(({ teacherId, name, hours }) => (
            <li key={teacherId}>{`${name} ${hours}`}</li>
          ))}
        </ul>
        <UnfinishedList unfinished={unfinished} />
        <p>
          <b>{t('hours:ask.forGood')}</b>
        </p>
        <div className="row">
          <Button className="push" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="primary" onClick={onRegister}>
            {t('hours:ask.register', sum)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

export function UnfinishedList({ unfinished }: { readonly unfinished: Unfinished }) {
  const { t } = useTranslation()
  if (unfinished.length === 0) return null
  return (
    <ul className="stack unfinished">
      {unfinished.map(({ code, params }) => (
        <li key={code}>
          <StatusTag tone="warn" icon="!">
            {t('hours:ask.unfinished', { what: t(`sessions:missing.${code}`, params) })}
          </StatusTag>
        </li>
      ))}
    </ul>
  )
}
