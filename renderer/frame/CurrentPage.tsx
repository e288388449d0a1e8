import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { go, useRoute } from '#renderer/route'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { loadState, useSystem } from '#renderer/system/system-state'
import { WorkbenchPage } from '#renderer/workbench/WorkbenchPage'
import { LaterPage } from './LaterPage.tsx'
import { railEntries } from './rail.ts'

/** The workbench comes at once; every other screen is fetched when it is first wanted. */
const DemoPage = lazy(async () => ({ default: (await import('#renderer/demo/DemoPage')).DemoPage }))
const PeoplePage = lazy(async () => ({
  default: (await import('#renderer/people/PeoplePage')).PeoplePage,
}))
const PlanPage = lazy(async () => ({ default: (await import('#renderer/plan/PlanPage')).PlanPage }))
const SettingsPage = lazy(async () => ({
  default: (await import('#renderer/settings/SettingsPage')).SettingsPage,
}))
const SessionPages = lazy(async () => ({
  default: (await import('./SessionPages.tsx')).SessionPages,
}))

export function CurrentPage() {
  const { page } = useRoute()
  const demo = useSystem(({ state }) => state?.demo ?? false)
  const later = railEntries.find((entry) => entry.page === page && entry.later)
  if (later?.later) return <LaterPage page={later.page} />
  switch (page) {
    case 'workbench':
      return <WorkbenchPage />
    case 'plan':
      return <PlanPage />
    case 'people':
      return <PeoplePage />
    case 'settings':
      return <SettingsPage />
    case 'demo':
      return <DemoPage isOpen={demo} onOpened={demoOpened} onLeft={demoLeft} />
    default:
      return <SessionPages fallback={<UnknownPlace />} />
  }
}

function demoOpened(): void {
  void loadState()
  go('/demo')
}

function demoLeft(): void {
  go('/workbench')
  void loadState()
}

function UnknownPlace() {
  const { t } = useTranslation()
  return (
    <Page title={t('common:unknown.title')}>
      <EmptyState
        title={t('common:unknown.what')}
        text={t('common:unknown.text')}
        action={
          <ButtonLink primary href="#/workbench">
            {t('common:unknown.action')}
          </ButtonLink>
        }
      />
    </Page>
  )
}
