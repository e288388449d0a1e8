import { useTranslation } from 'react-i18next'
import type { Demo } from '#shared/demo/contract'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { Card } from '#renderer/ui/Card'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { DemoPanel } from './DemoPanel.tsx'
import { useDemo } from './demo-state.ts'

interface DemoPageProps {
  readonly onOpened: () => void
}

export function DemoPage({ onOpened }: DemoPageProps) {
  const { t } = useTranslation()
  const made = useDemo((demo) => demo.made)
  if (made) return <DemoMade made={made} />
  return (
    <Page title={t('vault:demo.title')}>
      <EmptyState
        title={t('vault:demo.what')}
        text={t('vault:demo.text')}
        action={<DemoPanel primary onOpened={onOpened} />}
      />
    </Page>
  )
}

interface DemoMadeProps {
  readonly made: Demo
}

function DemoMade({ made }: DemoMadeProps) {
  const { t } = useTranslation()
  const lines = ['plan', 'roster', 'presence', 'hours', 'login'] as const
  return (
    <Page
      title={t('vault:demo.title')}
      subtitle={t('vault:demo.made')}
      action={
        <ButtonLink primary href={`#/sessions/${made.sessionId}`}>
          {t('vault:demo.look')}
        </ButtonLink>
      }
    >
      <Card title={t('vault:demo.holds')}>
        <ul>
          {lines.map((line) => (
            <li key={line}>{t(`vault:demo.lines.${line}`, { ...made })}</li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}
