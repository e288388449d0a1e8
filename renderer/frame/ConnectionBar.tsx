import { useTranslation } from 'react-i18next'
import { useConnection } from '#renderer/rpc'
import './frame.css'

export function ConnectionBar() {
  const { t } = useTranslation()
  const state = useConnection((connection) => connection.state)
  return (
    <div role="status" className="no-print">
      {state === 'lost' && <p className="connection-bar">{t('common:connectionLost')}</p>}
      {state === 'shut-out' && <p className="connection-bar">{t('common:shutOut')}</p>}
    </div>
  )
}
