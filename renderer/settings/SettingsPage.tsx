import { Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { State } from '#shared/system/contract'
import { changeLanguage, currentLanguage, languages, type Language } from '#renderer/i18n'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { Card } from '#renderer/ui/Card'
import { Page } from '#renderer/ui/Page'
import { StatusTag } from '#renderer/ui/StatusTag'
import { useSystem } from '#renderer/system/system-state'
import { ruleSets } from './rule-sets.ts'
import './settings.css'

export function SettingsPage() {
  const { t } = useTranslation()
  const state = useSystem((system) => system.state)
  return (
    <Page title={t('common:page.settings')} subtitle={t('vault:settings.subtitle')}>
      <div className="settings">
        {state && <School state={state} />}
        <Card title={t('vault:settings.language')}>
          <Radio.Group
            aria-label={t('vault:settings.language')}
            value={currentLanguage()}
            onChange={({ target }) => void changeLanguage(target.value as Language)}
            options={languages.map((value) => ({
              value,
              label: t(`vault:settings.languageName.${value}`),
            }))}
          />
          <p className="muted settings-note">{t('vault:settings.languageText')}</p>
          {state && !state.demo && <ButtonLink href="#/demo">{t('common:toDemo')}</ButtonLink>}
        </Card>
      </div>
      <RuleSets />
    </Page>
  )
}

interface SchoolProps {
  readonly state: State
}

function School({ state }: SchoolProps) {
  const { t } = useTranslation()
  const lines: readonly (readonly [string, ReactNode])[] = [
    ['org', state.org],
    ['region', state.region],
    [
      'user',
      state.user &&
        t('common:user', { name: state.user.name, role: t(`common:role.${state.user.role}`) }),
    ],
    ['version', state.version],
    ['host', t(`vault:settings.hostName.${state.host}`)],
    ['vaultId', <code key="vault">{state.vaultId}</code>],
    ['replicaId', <code key="replica">{state.replicaId}</code>],
  ]
  return (
    <Card title={t('vault:settings.school')}>
      <dl className="lines">
        {lines.map(([line, value]) => (
          <div key={line}>
            <dt>{t(`vault:settings.line.${line}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function RuleSets() {
  const { t } = useTranslation()
  return (
    <Card title={t('vault:settings.rules')}>
      <p className="muted">{t('vault:settings.rulesText')}</p>
      <ul className="rule-sets">
        {ruleSets.map(({ id, name, version, source, editableDefault }) => (
          <li key={id}>
            <h3>
              {t('vault:settings.ruleSet', { name, version })}
              {editableDefault && (
                <StatusTag tone="info" icon="✎">
                  {t('vault:settings.editableDefault')}
                </StatusTag>
              )}
            </h3>
            <p className="muted" lang="zh-CN">
              {t('vault:settings.source', { source })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
