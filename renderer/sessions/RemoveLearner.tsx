import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/core/result'
import type { Learner } from '#shared/sessions/contract'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { client } from '#renderer/rpc'
import { Field } from '#renderer/ui/Field'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { Dialog } from './Dialog.tsx'

interface RemoveLearnerProps {
  readonly sessionId: string
  readonly learner: Learner
  readonly onDone: () => void
}

/** Takes one learner off the roster, with the reason that the record keeps. */
export function RemoveLearner({ sessionId, learner, onDone }: RemoveLearnerProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const remove = async () => {
    try {
      await client.roster.remove({ sessionId, teacherId: learner.teacherId, reason })
      onDone()
    } catch (error) {
      setRefusal(refusalOrUnexpected(error))
    }
  }
  return (
    <Dialog title={t('roster:screen.removeWho', { name: learner.name })} onClose={onDone}>
      <div className="stack">
        <p>{t('roster:screen.removeText', { name: learner.name, unit: learner.unit })}</p>
        <Field label={t('roster:screen.removeReason')}>
          {(tie) => (
            <Input
              {...tie}
              value={reason}
              autoFocus
              maxLength={200}
              onChange={(event) => {
                setReason(event.target.value)
              }}
            />
          )}
        </Field>
        {refusal && <RefusalBox refusal={refusal} />}
        <div className="row">
          <Button
            className="push"
            danger
            disabled={reason.trim() === ''}
            onClick={() => void remove()}
          >
            {t('roster:screen.remove')}
          </Button>
          <Button onClick={onDone}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
