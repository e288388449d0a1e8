import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlanImported } from '#shared/plan/contract'
import { useQuery } from '#renderer/live'
import { client } from '#renderer/rpc'
import { Card } from '#renderer/ui/Card'
import { StatusTag } from '#renderer/ui/StatusTag'
import { PlanHead, ReadCells } from './ReadCells.tsx'
import { commitPlan } from './plan-import-state.ts'
import { compared, comparedSigns, type Compared } from './plan-view.ts'

interface PlanPreviewProps {
  readonly year: number
  readonly preview: PlanImported
  readonly fileName: string
}

const columns = ['state', 'no', 'name', 'headcount', 'mode', 'time'] as const

/** What would be stored, beside what stands; nothing has been written yet. */
export function PlanPreview({ year, preview, fileName }: PlanPreviewProps) {
  const { t } = useTranslation()
  const plan = useQuery(`plan ${year}`, (signal) => client.plan.list({ year }, { signal }), [
    'project',
  ])
  const { projects, warnings, added, changed, missing } = preview
  const nothing = added + changed === 0
  return (
    <>
      <div className="card row wrap">
        <p role="status">{t('plan:import.counts', { ...preview })}</p>
        <p className="muted">{t('plan:import.file', { file: fileName })}</p>
        <p className="muted">{t('plan:import.notYet')}</p>
        <Button
          className="push"
          type="primary"
          disabled={nothing}
          onClick={() => void commitPlan()}
        >
          {t(nothing ? 'plan:import.nothing' : 'plan:import.commit', { n: projects.length })}
        </Button>
      </div>
      {missing.length > 0 && (
        <p className="card">
          {t('plan:import.kept', {
            names: missing.map(({ no, name }) => `${no} ${name}`).join(t('plan:import.between')),
          })}
        </p>
      )}
      {warnings.length > 0 && <Warnings warnings={warnings} />}
      <div className="card plan-frame">
        <table className="table plan-table">
          <PlanHead columns={columns} />
          <tbody>
            {compared(projects, plan.data?.projects ?? []).map((row) => (
              <PreviewRow key={row.project.no} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface PreviewRowProps {
  readonly row: Compared
}

function PreviewRow({ row: { project, kind, changes } }: PreviewRowProps) {
  const { t } = useTranslation()
  return (
    <tr>
      <td>
        <StatusTag {...comparedSigns[kind]}>{t(`plan:kind.${kind}`)}</StatusTag>
      </td>
      <td>{project.no}</td>
      <th scope="row" className="printed">
        {project.originalName}
        {changes.map(({ field, from, to }) => (
          <div key={field} className="muted">
            {t('plan:import.change', { field: t(`plan:field.${field}`), from, to })}
          </div>
        ))}
      </th>
      <ReadCells project={project} />
    </tr>
  )
}

interface WarningsProps {
  readonly warnings: PlanImported['warnings']
}

function Warnings({ warnings }: WarningsProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('plan:import.warnings', { n: warnings.length })}>
      <ul className="plan-warnings">
        {warnings.map(({ sheet, row, code, text }) => (
          <li key={`${sheet} ${row} ${code} ${text}`}>
            <span className="muted">{t('plan:import.place', { sheet, row })}</span>
            {t(`plan:remarks.${code}`, { text })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
