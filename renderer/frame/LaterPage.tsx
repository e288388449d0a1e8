import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/Card'
import { Page } from '#renderer/ui/Page'
import type { LaterPageName } from './rail.ts'

interface LaterPageProps {
  readonly page: LaterPageName
}

/** Says honestly that a part is not built yet, and what it will hold. */
export function LaterPage({ page }: LaterPageProps) {
  const { t } = useTranslation()
  return (
    <Page title={t(`common:page.${page}`)} subtitle={t('common:laterText')}>
      <Card title={t('common:laterHolds')}>
        <p>{t(`common:laterPage.${page}`)}</p>
      </Card>
    </Page>
  )
}
