import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { DemoPanel } from '#renderer/demo/DemoPanel'
import { go } from '#renderer/route'
import { loadState } from '#renderer/system/system-state'
import { leaveFirstRun } from './first-run-state.ts'

export function StartStep() {
  const { t } = useTranslation()
  const leaveTo = (path: string) => () => {
    go(path)
    void loadState().then(leaveFirstRun)
  }
  return (
    <div className="card door-card">
      <h1>{t('vault:first.startTitle')}</h1>
      <p className="muted">{t('vault:first.startText')}</p>
      <div className="row">
        <Button type="primary" autoFocus onClick={leaveTo('/plan/import')}>
          {t('vault:first.importPlan')}
        </Button>
        <Button onClick={leaveTo('/workbench')}>{t('vault:first.toDesk')}</Button>
      </div>
      <hr />
      <p className="muted">{t('vault:demo.first')}</p>
      <DemoPanel onOpened={leaveTo('/demo')} />
    </div>
  )
}
