import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/live'
import { useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { FoundTeachers } from './FoundTeachers.tsx'
import { UnitTable } from './UnitTable.tsx'
import { peopleTotals, unitsShown, type Unit } from './people-view.ts'
import './people.css'

export function PeoplePage() {
  const { t } = useTranslation()
  const people = useQuery('people', (signal) => client.people.list(undefined, { signal }), [
    'teacher',
    'unit',
  ])
  const { data, refusal } = people
  return (
    <Page title={t('common:page.people')} subtitle={data && t('people:totals', peopleTotals(data))}>
      {refusal && <RefusalBox refusal={refusal} />}
      {data && (data.units.length === 0 ? <NoPeople /> : <Register units={data.units} />)}
    </Page>
  )
}

function NoPeople() {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('people:empty.title')}
      text={t('people:empty.text')}
      action={
        <div className="row">
          <ButtonLink primary href="#/sessions">
            {t('people:empty.action')}
          </ButtonLink>
          <ButtonLink href="#/demo">{t('common:toDemo')}</ButtonLink>
        </div>
      }
    />
  )
}

interface RegisterProps {
  readonly units: readonly Unit[]
}

function Register({ units }: RegisterProps) {
  const { t } = useTranslation()
  const marked = useRoute().query['unit'] ?? ''
  const [text, setText] = useState('')
  return (
    <>
      <Input
        className="people-search"
        allowClear
        maxLength={50}
        aria-label={t('people:search')}
        placeholder={t('people:searchHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <FoundTeachers text={text.trim()} />
      <UnitTable units={unitsShown(units, text)} marked={marked} />
    </>
  )
}
