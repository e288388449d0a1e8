import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedProject } from '#shared/plan/contract'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { shownDates } from '#renderer/ui/dates'
import { PlanHead, ReadCells } from './ReadCells.tsx'

interface PlanTableProps {
  readonly projects: readonly ListedProject[]
  readonly marked: string
}

const columns = ['no', 'name', 'headcount', 'mode', 'time', 'place', 'sessions'] as const

/** The table as it was printed; what was read from it stands beside it. */
export function PlanTable({ projects, marked }: PlanTableProps) {
  return (
    <div className="card plan-frame">
      <table className="table plan-table">
        <PlanHead columns={columns} />
        <tbody>
          {projects.map((project) => (
            <PlanRow key={project.id} project={project} isMarked={project.id === marked} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PlanRowProps {
  readonly project: ListedProject
  readonly isMarked: boolean
}

function PlanRow({ project, isMarked }: PlanRowProps) {
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isMarked) row.current?.scrollIntoView({ block: 'center' })
  }, [isMarked])
  return (
    <tr ref={row} className={isMarked ? 'marked' : ''}>
      <td>{project.no}</td>
      <th scope="row" className="printed">
        {project.originalName}
      </th>
      <ReadCells project={project} />
      <td className="printed">{project.place}</td>
      <td>
        <Sessions project={project} />
      </td>
    </tr>
  )
}

interface SessionsProps {
  readonly project: ListedProject
}

function Sessions({ project }: SessionsProps) {
  const { t, i18n } = useTranslation()
  return (
    <div className="plan-sessions">
      {project.sessions.map(({ id, name, from, to, learners }) => (
        <a key={id} href={`#/sessions/${encodeURIComponent(id)}`}>
          {name}
          <small className="muted">
            {t('plan:session', { span: shownDates(from, to, i18n.language), n: learners })}
          </small>
        </a>
      ))}
      <ButtonLink href={`#/sessions/new?project=${project.no}&year=${project.year}`}>
        {t('plan:openSession')}
        <span className="hidden-text">{project.name}</span>
      </ButtonLink>
    </div>
  )
}
