import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { State } from '#shared/system/contract'
import { useRoute } from '#renderer/route'
import { CurrentPage } from './CurrentPage.tsx'
import { focusHeading } from './focus-heading.ts'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import './frame.css'

interface FrameProps {
  readonly state: State
  readonly user: NonNullable<State['user']>
}

export function Frame({ state, user }: FrameProps) {
  const { t } = useTranslation()
  const { page, ids } = useRoute()
  const main = useRef<HTMLElement>(null)
  const place = [page, ...ids].join('/')
  useEffect(() => {
    main.current?.scrollTo(0, 0)
    // In a low window the bars above have scrolled away with the page before; a box that already
    // has the focus has brought itself into sight.
    if (main.current?.contains(document.activeElement) === false) main.current.scrollIntoView()
    return focusHeading(main.current)
  }, [place])
  return (
    <div className="frame">
      <TopBar state={state} user={user} onSkip={() => main.current?.focus()} />
      <Rail />
      <main ref={main} id="main" tabIndex={-1}>
        <Suspense fallback={<p className="page muted">{t('common:loading')}</p>}>
          <CurrentPage />
        </Suspense>
      </main>
    </div>
  )
}
