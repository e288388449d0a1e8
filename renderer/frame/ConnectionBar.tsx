import { useTranslation } from 'react-i18next'
import { useConnection } from '#renderer/rpc'
import './frame.css'

export function ConnectionBar() {
  const { t } = useTranslation()
  const lost = useConnection(({ state }) => state === 'lost')
  return (
    <div role="status" className="no-print">
      {lost && <p className="connection-bar">{t('common:connectionLost')}</p>}
    </div>
  )
}
