import { useTranslation } from 'react-i18next'
import type { ListedProject } from '#shared/plan/contract'
import { monthText } from '#renderer/ui/dates'
import type { YearView } from './workbench-view.ts'

interface YearCardProps {
  readonly view: YearView
  /** The month of today, 1 to 12; 0 when another year is shown. */
  readonly month: number
}

export function YearCard({ view, month }: YearCardProps) {
  const { t, i18n } = useTranslation()
  const count = view.months.reduce((sum, { projects }) => sum + projects.length, 0)
  const lines = [
    ['wholeYear', view.wholeYear],
    ['undated', view.undated],
  ] as const
  if (count + view.wholeYear.length + view.undated.length === 0) {
    return (
      <p className="muted">
        {t('workbench:year.none')} <a href="#/plan/import">{t('workbench:new.action')}</a>
      </p>
    )
  }
  return (
    <>
      <ol className="months">
        {view.months.map(({ month: each, projects }) => (
          <li key={each} {...(each === month && { 'aria-current': 'date' as const })}>
            <h3>{monthText(each, i18n.language)}</h3>
            <Projects projects={projects} />
          </li>
        ))}
      </ol>
      {lines.map(
        ([line, projects]) =>
          projects.length > 0 && (
            <div key={line} className="month-line">
              <h3>{t(`workbench:year.${line}`)}</h3>
              <Projects projects={projects} />
            </div>
          ),
      )}
    </>
  )
}

interface ProjectsProps {
  readonly projects: readonly ListedProject[]
}

function Projects({ projects }: ProjectsProps) {
  const { t } = useTranslation()
  return (
    <ul>
      {projects.map(({ id, no, year, name, sessions }) => (
        <li key={id}>
          <a
            href={`#/plan?year=${year}&project=${encodeURIComponent(id)}`}
            title={name}
            className={sessions.length > 0 ? 'has-session' : ''}
          >
            <span>{t('workbench:year.project', { no, name })}</span>
            {sessions.length > 0 && (
              <small>{t('workbench:year.sessions', { n: sessions.length })}</small>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}
