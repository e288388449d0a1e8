import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { PlainTable } from '#renderer/sessions/PlainTable'
import { StatusTag } from '#renderer/ui/StatusTag'
import { download } from './export-state.ts'
import { type Exported, lookedAt } from './export-view.ts'

interface ReportProps {
  readonly done: Exported
}

/** Registered = rows + blocked, what was rounded, and the file's hash. */
export function ExportReport({ done }: ReportProps) {
  const { t } = useTranslation()
  const { rows, blocked, sha256, file } = done
  return (
    <div className="stack" role="status">
      <p>
        <StatusTag
          tone={blocked.length === 0 ? 'good' : 'warn'}
          icon={blocked.length === 0 ? '✓' : '!'}
        >
          {t('exports:screen.sum', { registered: lookedAt(done), rows, blocked: blocked.length })}
        </StatusTag>
      </p>
      {file.kind === 'path' ? (
        <p>{t('exports:screen.written', { path: file.path })}</p>
      ) : (
        <div>
          <Button
            onClick={() => {
              download(file)
            }}
          >
            {t('exports:screen.download', { name: file.name })}
          </Button>
        </div>
      )}
      <p className="small muted">
        {t('exports:screen.hash')} <span className="hash">{sha256}</span>
      </p>
      {blocked.length > 0 && <Blocked done={done} />}
      <Differences done={done} />
    </div>
  )
}

function Blocked({ done: { blocked } }: ReportProps) {
  const { t } = useTranslation()
  return (
    <>
      <h3>{t('exports:screen.blockedTitle', { count: blocked.length })}</h3>
      <PlainTable
        caption={t('exports:screen.blockedTitle', { count: blocked.length })}
        rows={blocked}
        rowKey={({ name, code }, index) => `${name} ${code} ${index}`}
        columns={[
          { key: 'name', title: t('exports:screen.name'), cell: ({ name }) => name },
          { key: 'reason', title: t('exports:screen.reason'), cell: ({ message }) => message },
        ]}
      />
    </>
  )
}

function Differences({ done: { differences, rounding } }: ReportProps) {
  const { t } = useTranslation()
  if (differences.length === 0) return <p className="muted">{t('exports:screen.noDifference')}</p>
  const title = t('exports:screen.differences', { count: differences.length })
  return (
    <>
      <h3>{title}</h3>
      <p className="muted">
        {t('exports:screen.roundedHow', {
          rounding: t([`hours:rounding.${rounding}`, rounding]),
        })}
      </p>
      <PlainTable
        caption={title}
        rows={differences}
        rowKey={({ name }, index) => `${name} ${index}`}
        columns={[
          { key: 'name', title: t('exports:screen.name'), cell: ({ name }) => name },
          {
            key: 'registered',
            title: t('exports:screen.registered'),
            isNumber: true,
            cell: ({ registered }) => registered,
          },
          {
            key: 'exported',
            title: t('exports:screen.exported'),
            isNumber: true,
            cell: ({ exported }) => exported,
          },
        ]}
      />
    </>
  )
}
