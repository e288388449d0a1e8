import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { State } from '#shared/system/contract'
import { useConnection } from '#renderer/rpc'
import { StatusTag } from '#renderer/ui/StatusTag'
import { go } from '#renderer/route'
import { LeaveDemo } from '#renderer/demo/LeaveDemo'
import { loadState, lockVault } from '#renderer/system/system-state'
import { Clock } from './Clock.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Search } from './Search.tsx'

interface TopBarProps {
  readonly state: State
  readonly user: NonNullable<State['user']>
  /** Leads the keyboard past this bar and the rail. */
  readonly onSkip: () => void
}

export function TopBar({ state, user, onSkip }: TopBarProps) {
  const { t } = useTranslation()
  return (
    <header className="top-bar no-print">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The address belongs to the pages.
          event.preventDefault()
          onSkip()
        }}
      >
        {t('common:skip')}
      </a>
      <b className="brand">{t('common:brand')}</b>
      <Search />
      <div className="top-right">
        {state.demo && (
          <>
            <StatusTag tone="info" icon="◇">
              {t('common:demo')}
            </StatusTag>
            <LeaveDemo small onLeft={demoLeft} />
          </>
        )}
        <Clock lastEventAt={state.lastEventAt} />
        <Saved />
        <span>{t('common:user', { name: user.name, role: t(`common:role.${user.role}`) })}</span>
        <LanguageSwitch />
        <Button size="small" onClick={() => void lockVault()}>
          {t('common:lock')}
        </Button>
      </div>
    </header>
  )
}

function demoLeft(): void {
  go('/workbench')
  void loadState()
}

/** Every answer of the core comes after its commit: while it answers, all that is shown is saved. */
function Saved() {
  const { t } = useTranslation()
  const open = useConnection((connection) => connection.state === 'open')
  return open ? (
    <span>
      <span className="dot" aria-hidden />
      {t('common:saved')}
    </span>
  ) : (
    <span>{t('common:notConnected')}</span>
  )
}
