import { useTranslation } from 'react-i18next'
import type { Demo } from '#shared/demo/contract'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { Card } from '#renderer/ui/Card'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { DemoPanel } from './DemoPanel.tsx'
import { LeaveDemo } from './LeaveDemo.tsx'
import { useDemo } from './demo-state.ts'

interface DemoPageProps {
  /** The demonstration is open already. */
  readonly isOpen: boolean
  readonly onOpened: () => void
  readonly onLeft: () => void
}

export function DemoPage({ isOpen, onOpened, onLeft }: DemoPageProps) {
  const { t } = useTranslation()
  const made = useDemo((demo) => demo.made)
  if (made) return <DemoMade made={made} onLeft={onLeft} />
  return (
    <Page title={t('vault:demo.title')}>
      <EmptyState
        title={t('vault:demo.what')}
        text={t('vault:demo.text')}
        action={isOpen ? <LeaveDemo onLeft={onLeft} /> : <DemoPanel primary onOpened={onOpened} />}
      />
    </Page>
  )
}

interface DemoMadeProps {
  readonly made: Demo
  readonly onLeft: () => void
}

function DemoMade({ made, onLeft }: DemoMadeProps) {
  const { t } = useTranslation()
  const lines = ['plan', 'roster', 'presence', 'hours', 'login'] as const
  return (
    <Page
      title={t('vault:demo.title')}
      subtitle={t('vault:demo.made')}
      action={
        <>
          <LeaveDemo onLeft={onLeft} />
          <ButtonLink primary href={`#/sessions/${made.sessionId}`}>
            {t('vault:demo.look')}
          </ButtonLink>
        </>
      }
    >
      <Card title={t('vault:demo.holds')}>
        <ul>
          {lines.map((line) => (
            <li key={line}>
              {t(`vault:demo.lines.${line}`, {
                ...made,
                ignored: made.rosterRows - made.accepted - made.held,
              })}
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}
