import { useTranslation } from 'react-i18next'
import type { PlanProject } from '#shared/plan/model'
import { StatusTag } from '#renderer/ui/StatusTag'
import { headcountSign } from './plan-view.ts'

interface HeadcountTagProps {
  readonly project: Pick<PlanProject, 'headcount' | 'headcountKind'>
}

export function HeadcountTag({ project }: HeadcountTagProps) {
  const { t } = useTranslation()
  const { tone, icon, key, n } = headcountSign(project)
  return (
    <StatusTag tone={tone} icon={icon}>
      {t(`plan:headcount.${key}`, { n })}
    </StatusTag>
  )
}
