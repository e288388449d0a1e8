import { useTranslation } from 'react-i18next'
import type { PlanProject } from '#shared/plan/model'
import { HeadcountTag } from './HeadcountTag.tsx'
import { MonthStrip } from './MonthStrip.tsx'

interface ReadCellsProps {
  readonly project: PlanProject
}

/** People, mode and time as they were printed, with what was read from them. */
export function ReadCells({ project }: ReadCellsProps) {
  const { t } = useTranslation()
  return (
    <>
      <td>
        <div className="headcount">
          <span className="printed">{project.headcountText}</span>
          <HeadcountTag project={project} />
        </div>
      </td>
      <td>
        <div className="printed">{project.modeText}</div>
        {project.modes.map((mode) => (
          <div key={mode} className="muted">
            {t(`plan:mode.${mode}`)}
          </div>
        ))}
      </td>
      <td>
        <div className="printed">{project.timeText}</div>
        <MonthStrip months={project.months} />
      </td>
    </>
  )
}

interface PlanHeadProps {
  /** Keys of plan.json, group `column`. */
  readonly columns: readonly string[]
}

export function PlanHead({ columns }: PlanHeadProps) {
  const { t } = useTranslation()
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {t(`plan:column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
