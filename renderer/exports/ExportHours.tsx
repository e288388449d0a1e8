import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/Card'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { WorkProgress } from '#renderer/ui/WorkProgress'
import { ExportReport } from './ExportReport.tsx'
import { cancelExport, exportHours, useExporting } from './export-state.ts'
import { workbookName } from './export-view.ts'

interface ExportHoursProps {
  readonly sessionId: string
  readonly sessionName: string
  /** People of this session with registered hours. */
  readonly registered: number
  /** Nothing is left to register, so exporting is the page's main action. */
  readonly isNext: boolean
}

/** 导出到全国教师管理信息系统: a workbook that accounts for everyone registered. */
export function ExportHours({ sessionId, sessionName, registered, isNext }: ExportHoursProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const work = useExporting()
  const own = work.sessionId === sessionId ? work : null
  return (
    <Card title={t('exports:screen.title')}>
      <div className="stack">
        <p>
          {t(registered > 0 ? 'exports:screen.what' : 'exports:screen.registerFirst', {
            registered,
          })}
        </p>
        {own?.progress ? (
          <WorkProgress
            label={t(`exports:screen.step.${own.progress.step}`)}
            done={own.progress.done}
            of={own.progress.of}
            onCancel={cancelExport}
          />
        ) : (
          <div className="row">
            <Button
              type={isNext ? 'primary' : 'default'}
              disabled={registered === 0}
              onClick={() =>
                void exportHours(
                  sessionId,
                  workbookName(t('exports:screen.fileTitle'), sessionName),
                  all,
                )
              }
            >
              {t('exports:screen.export')}
            </Button>
            <Checkbox
              checked={all}
              onChange={(event) => {
                setAll(event.target.checked)
              }}
            >
              {t('exports:screen.all')}
            </Checkbox>
          </div>
        )}
        {own?.refusal && <RefusalBox refusal={own.refusal} />}
        {own?.done && <ExportReport done={own.done} />}
      </div>
    </Card>
  )
}
