import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { WorkProgress } from '#renderer/ui/WorkProgress'
import { cancelDemo, openDemo, useDemo } from './demo-state.ts'

interface DemoPanelProps {
  readonly primary?: boolean
  readonly onOpened: () => void
}

/** The button that makes the demonstration, and what becomes of it. */
export function DemoPanel({ primary = false, onOpened }: DemoPanelProps) {
  const { t } = useTranslation()
  const { progress, refusal } = useDemo()
  const open = async () => {
    if (await openDemo()) onOpened()
  }
  if (progress) {
    return (
      <WorkProgress
        label={t(`common:step.${progress.step}`)}
        done={progress.done}
        of={progress.of}
        onCancel={cancelDemo}
      />
    )
  }
  const button = (
    <Button type={primary ? 'primary' : 'default'} onClick={() => void open()}>
      {t('vault:demo.open')}
    </Button>
  )
  return (
    <div className="stack">
      {refusal && refusal.code !== 'cancelled' && <RefusalBox refusal={refusal} />}
      <div>{button}</div>
    </div>
  )
}
