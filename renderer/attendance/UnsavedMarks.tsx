import { useTranslation } from 'react-i18next'
import { type Unsaved, forgetUnsaved, storedStatuses, useRollCall } from './roll-call-store.ts'

/** More names than this are told as a number: the list must not hide the box. */
const mostNames = 30

/** The marks that were on their way when the connection broke, by name, until they are made again. */
export function UnsavedMarks() {
  const { t } = useTranslation()
  const { unsaved, lessonId, table, overlays } = useRollCall()
  const statuses = storedStatuses({ table, lessonId, overlays })
  const open = unsaved.filter(
    (one) => one.lessonId === lessonId && statuses.get(one.teacherId) !== one.status,
  )
  if (open.length === 0) return null
  const say = ({ name, status }: Unsaved) => `${name} ${t(`attendance:short.${status}`)}`
  return (
    <div className="refusal" role="alert">
      <span className="refusal-sign" aria-hidden>
        {'!'}
      </span>
      <div>
        <strong>{t('attendance:unsaved.title', { count: open.length })}</strong>
        <p>
          {open.slice(0, mostNames).map(say).join(t('attendance:unsaved.between'))}
          {open.length > mostNames && t('attendance:unsaved.more', { count: open.length })}
        </p>
      </div>
      <button type="button" className="roll-button push" onClick={forgetUnsaved}>
        {t('attendance:unsaved.seen')}
      </button>
    </div>
  )
}
