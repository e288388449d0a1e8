import { useTranslation } from 'react-i18next'
import { useRoute } from '#renderer/route'
import { EmptyState } from '#renderer/ui/EmptyState'
import { SessionFrame } from './SessionFrame.tsx'
import { type LaterTabName, tabPath } from './sessions-view.ts'

/** A tab whose work a later version brings: what will stand here, and what serves until then. */
export function LaterTab({ tab }: { readonly tab: LaterTabName }) {
  const { t } = useTranslation()
  const sessionId = useRoute().ids[0] ?? ''
  return (
    <SessionFrame sessionId={sessionId} tab={tab}>
      {() => (
        <EmptyState
          title={t(`sessions:later.${tab}.title`)}
          text={t(`sessions:later.${tab}.text`)}
          action={
            <a href={`#${tabPath(sessionId, 'overview')}`}>{t('sessions:later.toOverview')}</a>
          }
        />
      )}
    </SessionFrame>
  )
}
