import { useTranslation } from 'react-i18next'
import type { PlanProject } from '#shared/plan/model'
import { StatusTag } from '#renderer/ui/StatusTag'
import { headcountSign, saysExactly } from './plan-view.ts'

interface HeadcountTagProps {
  readonly project: Pick<PlanProject, 'headcount' | 'headcountKind' | 'headcountText'>
}

/** What was read of the number of people, unless the printed text says the same. */
export function HeadcountTag({ project }: HeadcountTagProps) {
  const { t } = useTranslation()
  if (saysExactly(project)) return null
  const { tone, icon, key, n } = headcountSign(project)
  return (
    <StatusTag tone={tone} icon={icon}>
      {t(`plan:headcount.${key}`, { n })}
    </StatusTag>
  )
}
