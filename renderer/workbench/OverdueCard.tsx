import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { StatusTag } from '#renderer/ui/StatusTag'
import type { Overdue } from './workbench-view.ts'

interface OverdueCardProps {
  readonly overdue: readonly Overdue[]
}

export function OverdueCard({ overdue }: OverdueCardProps) {
  const { t } = useTranslation()
  if (overdue.length === 0) return <p className="muted">{t('workbench:overdue.none')}</p>
  return (
    <ul className="rows">
      {overdue.map(({ key, session, count, path }) => (
        <li key={`${key} ${session.id}`}>
          <StatusTag tone="warn" icon="!">
            {t(`workbench:overdue.tag.${key}`)}
          </StatusTag>
          <span>
            <strong>{session.name}</strong>
            <span className="muted">{t(`workbench:overdue.text.${key}`, { n: count })}</span>
          </span>
          <ButtonLink href={`#${path}`}>{t(`workbench:overdue.action.${key}`)}</ButtonLink>
        </li>
      ))}
    </ul>
  )
}
