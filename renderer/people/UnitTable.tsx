import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/Card'
import { StatusTag } from '#renderer/ui/StatusTag'
import type { Unit } from './people-view.ts'

interface UnitTableProps {
  readonly units: readonly Unit[]
  readonly marked: string
}

export function UnitTable({ units, marked }: UnitTableProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('people:units')}>
      {units.length === 0 && <p className="muted">{t('people:noUnit')}</p>}
      {units.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('people:column.unit')}</th>
              <th scope="col" className="number">
                {t('people:column.teachers')}
              </th>
              <th scope="col">{t('people:column.state')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ id, name, confirmed, teachers }) => (
              <tr key={id} className={id === marked ? 'marked' : ''}>
                <th scope="row">{name}</th>
                <td className="number">{teachers}</td>
                <td>
                  <StatusTag tone={confirmed ? 'none' : 'warn'} icon={confirmed ? '✓' : '?'}>
                    {t(confirmed ? 'people:confirmed' : 'people:unconfirmed')}
                  </StatusTag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
