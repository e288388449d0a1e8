import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { leaveDemo } from './demo-state.ts'

interface LeaveDemoProps {
  readonly small?: boolean
  readonly onLeft: () => void
}

/** The way out of the demonstration, back to the school's own data. */
export function LeaveDemo({ small = false, onLeft }: LeaveDemoProps) {
  const { t } = useTranslation()
  const leave = async () => {
    if (await leaveDemo()) onLeft()
  }
  return (
    <Button size={small ? 'small' : 'middle'} onClick={() => void leave()}>
      {t('vault:demo.leave')}
    </Button>
  )
}
