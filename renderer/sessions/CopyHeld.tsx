import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '#renderer/ipc/clipboard'
import { type HeldLine, heldAsText } from './learners-view.ts'

interface CopyHeldProps {
  readonly held: readonly HeldLine[]
}

/** The held rows as text that a table program or a chat takes: sheet, row, name, reason. */
export function CopyHeld({ held }: CopyHeldProps) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null)
  const heading = (['sheet', 'row', 'name', 'reason'] as const).map((key) =>
    t(`roster:screen.${key}`),
  )
  const copy = async () => {
    setSaid((await copyText(heldAsText(heading, held))) ? 'copied' : 'notCopied')
  }
  return (
    <span className="row">
      <Button size="small" onClick={() => void copy()}>
        {t('roster:screen.copyHeld')}
      </Button>
      <span role="status" className="muted">
        {said && t(`roster:screen.${said}`)}
      </span>
    </span>
  )
}
