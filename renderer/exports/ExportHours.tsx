import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/core/result'
import type { ShownSession } from '#shared/sessions/contract'
import { Card } from '#renderer/ui/Card'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { WorkProgress } from '#renderer/ui/WorkProgress'
import { ExportReport } from './ExportReport.tsx'
import { cancelExport, exportHours, useExporting } from './export-state.ts'
import { exportStanding, workbookName } from './export-view.ts'

interface ExportHoursProps {
  readonly session: Pick<ShownSession, 'id' | 'name'>
  /** People of this session with registered hours. */
  readonly registered: number
  /** Those of them who are in no file yet. */
  readonly waiting: number
  /** Nothing is left to register, so exporting is the page's main action. */
  readonly isNext: boolean
}

/** 导出到全国教师管理信息系统: a workbook that accounts for everyone registered. */
export function ExportHours(props: ExportHoursProps) {
  const { session, registered, waiting } = props
  const { t } = useTranslation()
  const work = useExporting()
  const own = work.sessionId === session.id ? work : null
  const standing = exportStanding(registered, waiting)
  return (
    <Card title={t('exports:screen.title')}>
      <div className="stack">
        <p>{t(`exports:standing.${standing}`, { registered, waiting })}</p>
        {own?.progress ? (
          <WorkProgress
            label={t(`exports:screen.step.${own.progress.step}`)}
            done={own.progress.done}
            of={own.progress.of}
            onCancel={cancelExport}
          />
        ) : (
          <Buttons {...props} />
        )}
        {own?.refusal && <Refused refusal={own.refusal} />}
        {own?.done && <ExportReport done={own.done} />}
      </div>
    </Card>
  )
}

/** That nothing is left is no fault. */
function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation()
  if (refusal.code !== 'nothing-to-export') return <RefusalBox refusal={refusal} />
  return <p role="status">{t('exports:standing.nothing')}</p>
}

function Buttons({ session, registered, waiting, isNext }: ExportHoursProps) {
  const { t } = useTranslation()
  const standing = exportStanding(registered, waiting)
  const start = (all: boolean) => {
    const name = workbookName(t('exports:screen.fileTitle'), session.name)
    void exportHours(session.id, name, all)
  }
  return (
    <div className="row wrap">
      {standing !== 'all-exported' && (
        <Button
          type={isNext ? 'primary' : 'default'}
          disabled={standing === 'register-first'}
          onClick={() => {
            start(false)
          }}
        >
          {t('exports:screen.export')}
        </Button>
      )}
      {registered > waiting && (
        <Button
          onClick={() => {
            start(true)
          }}
        >
          {t('exports:screen.all')}
        </Button>
      )}
    </div>
  )
}
