import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '#renderer/frame/LanguageSwitch'
import { AdminStep } from './AdminStep.tsx'
import { KeyStep } from './KeyStep.tsx'
import { SchoolStep } from './SchoolStep.tsx'
import { StartStep } from './StartStep.tsx'
import { firstRunSteps, useFirstRun, type FirstRunStep } from './first-run-state.ts'
import './door.css'

const cards: Readonly<Record<FirstRunStep, () => React.ReactNode>> = {
  school: SchoolStep,
  admin: AdminStep,
  key: KeyStep,
  start: StartStep,
}

/** School, administrator, recovery key, first work: five minutes, no manual. */
export function FirstRun() {
  const { t } = useTranslation()
  const step = useFirstRun((firstRun) => firstRun.step) ?? 'school'
  const StepCard = cards[step]
  const now = firstRunSteps.indexOf(step)
  return (
    <main className="door">
      <header className="door-head no-print">
        <b className="brand">{t('common:brand')}</b>
        <LanguageSwitch />
      </header>
      <ol className="door-steps no-print" aria-label={t('vault:first.steps')}>
        {firstRunSteps.map((name, index) => (
          <li
            key={name}
            className={index < now ? 'done' : ''}
            {...(index === now && { 'aria-current': 'step' as const })}
          >
            <span aria-hidden>{index < now ? '✓' : index + 1}</span>
            {t(`vault:first.step.${name}`)}
          </li>
        ))}
      </ol>
      <StepCard />
    </main>
  )
}
