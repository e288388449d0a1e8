import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfFile } from '#renderer/ipc/files'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { Card } from '#renderer/ui/Card'
import { FileDrop } from '#renderer/ui/FileDrop'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { WorkProgress } from '#renderer/ui/WorkProgress'
import { PlanPreview } from './PlanPreview.tsx'
import {
  cancelPlanImport,
  dropPlan,
  pickPlan,
  setImportYear,
  startImport,
  usePlanImport,
} from './plan-import-state.ts'
import { yearChoices } from './plan-view.ts'

interface PlanImportProps {
  readonly year: number
  readonly choices: readonly number[]
}

/** A file is read, compared with the plan as it stands, and stored only then. */
export function PlanImport({ year, choices }: PlanImportProps) {
  const { t } = useTranslation()
  const { year: chosen, file, progress, refusal, preview, done } = usePlanImport()
  // Storing a plan may change which year the page would open with; the import keeps its own.
  const [openedWith] = useState(year)
  useEffect(() => {
    startImport(openedWith)
  }, [openedWith])
  if (done) return <ImportDone year={chosen} />
  const shown = chosen || year
  return (
    <Page
      title={t('plan:import.title')}
      subtitle={t('plan:import.subtitle')}
      action={<ButtonLink href={`#/plan?year=${shown}`}>{t('common:back')}</ButtonLink>}
    >
      <div className="row">
        <span id="import-year">{t('plan:import.year')}</span>
        <Select
          aria-labelledby="import-year"
          value={shown}
          disabled={progress !== null}
          onChange={(to) => void setImportYear(to)}
          options={yearChoices([...choices, shown, shown - 1, shown - 2], shown).map((value) => ({
            value,
            label: t('plan:yearName', { year: value }),
          }))}
        />
      </div>
      <FileDrop
        label={t('plan:import.drop')}
        button={t(preview ? 'plan:import.pickOther' : 'plan:import.pick')}
        disabled={progress !== null}
        onPick={() => void pickPlan()}
        onFile={(file) => void dropPlan(file)}
      />
      {refusal && <RefusalBox refusal={refusal} />}
      {progress && (
        <WorkProgress
          label={t(`common:step.${progress.step}`)}
          done={progress.done}
          of={progress.of}
          onCancel={cancelPlanImport}
        />
      )}
      {preview && !progress && (
        <PlanPreview year={shown} preview={preview} fileName={file ? nameOfFile(file) : ''} />
      )}
    </Page>
  )
}

interface ImportDoneProps {
  readonly year: number
}

function ImportDone({ year }: ImportDoneProps) {
  const { t } = useTranslation()
  const done = usePlanImport((state) => state.done)
  return (
    <Page
      title={t('plan:import.title')}
      action={
        <ButtonLink primary href={`#/plan?year=${year}`}>
          {t('plan:import.look', { year })}
        </ButtonLink>
      }
    >
      <Card title={t('plan:import.doneTitle')}>
        <p role="status">{done && t('plan:import.counts', { ...done })}</p>
        <p className="muted">{t('plan:import.again')}</p>
      </Card>
    </Page>
  )
}
