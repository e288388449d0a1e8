import { Button, Input } from 'antd'
import { type SubmitEvent, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedProject } from '#shared/plan/contract'
import { useQuery } from '#renderer/live'
import { useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { EmptyState } from '#renderer/ui/EmptyState'
import { Field } from '#renderer/ui/Field'
import { Page } from '#renderer/ui/Page'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { Choice } from './Choice.tsx'
import { LessonsPreview } from './LessonsPreview.tsx'
import { createSession, startNewSession, useNewSession } from './new-session-state.ts'
import { hoursOf, mayCreate, missingIn } from './new-session-view.ts'
import { proposedName, runOf } from './sessions-view.ts'
import './sessions.css'

/** 新建班次: a project of the plan, its dates, its half-days. */
export function NewSessionPage() {
  const { t } = useTranslation()
  const { query } = useRoute()
  const years = useQuery('plan years', (signal) => client.plan.years(undefined, { signal }), [
    'project',
  ])
  const year = useNewSession((form) => form.year)
  const plan = useQuery(
    year === 0 ? null : `plan ${year}`,
    (signal) => client.plan.list({ year }, { signal }),
    ['project', 'session'],
  )
  const known = years.data?.years
  useEffect(() => {
    if (known === undefined) return
    const asked = Number(query['year'])
    startNewSession(
      known.includes(asked) ? asked : Math.max(0, ...known),
      Number(query['project']) || 0,
    )
  }, [known, query])
  if (known?.length === 0) return <NoPlan />
  return (
    <Page title={t('sessions:new.title')} subtitle={t('sessions:new.subtitle')}>
      {years.refusal && <RefusalBox refusal={years.refusal} />}
      {plan.refusal && <RefusalBox refusal={plan.refusal} />}
      <SessionForm years={known ?? []} projects={plan.data?.projects ?? []} />
    </Page>
  )
}

function NoPlan() {
  const { t } = useTranslation()
  return (
    <Page title={t('sessions:new.title')}>
      <EmptyState
        title={t('sessions:new.noPlanTitle')}
        text={t('sessions:new.noPlanText')}
        action={
          <ButtonLink primary href="#/plan">
            {t('sessions:new.toPlan')}
          </ButtonLink>
        }
      />
    </Page>
  )
}

interface SessionFormProps {
  readonly years: readonly number[]
  readonly projects: readonly ListedProject[]
}

function SessionForm({ years, projects }: SessionFormProps) {
  const { t } = useTranslation()
  const form = useNewSession()
  const project = projects.find(({ no }) => no === form.project)
  const proposal = useProposal(project)
  useEffect(() => {
    if (!form.isOwnName) useNewSession.setState({ name: proposal, place: project?.place ?? '' })
  }, [form.isOwnName, proposal, project?.place])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void createSession()
  }
  return (
    <form className="card session-form" onSubmit={submit}>
      <div className="form-row">
        <Choice
          label={t('sessions:new.year')}
          value={String(form.year)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          onChange={(year) => {
            startNewSession(Number(year), 0)
          }}
        />
        <Choice
          label={t('sessions:new.project')}
          value={String(form.project)}
          options={[
            { value: '0', label: t('sessions:new.chooseProject') },
            ...projects.map(({ no, name }) => ({ value: String(no), label: `${no} ${name}` })),
          ]}
          onChange={(no) => {
            useNewSession.setState({ project: Number(no), isOwnName: false })
          }}
        />
      </div>
      {project && <PlannedLine project={project} />}
      <NameAndPlace />
      <DatesAndLessons />
      <LessonsPreview form={form} />
      {form.refusal && <RefusalBox refusal={form.refusal} />}
      <FormEnd />
    </form>
  )
}

function FormEnd() {
  const { t } = useTranslation()
  const form = useNewSession()
  const missing = missingIn(form).map((what) => t(`sessions:new.need.${what}`))
  return (
    <div className="row wrap">
      <Button type="primary" htmlType="submit" disabled={!mayCreate(form)} loading={form.saving}>
        {t('sessions:new.create')}
      </Button>
      <ButtonLink href="#/sessions">{t('common:cancel')}</ButtonLink>
      {missing.length > 0 && (
        <span className="muted" role="status">
          {t('sessions:new.missing', { what: missing.join(t('sessions:new.between')) })}
        </span>
      )}
    </div>
  )
}

/** The school names its runs in Chinese, whatever language the screen has. */
function useProposal(project: ListedProject | undefined): string {
  const { t } = useTranslation()
  if (project === undefined) return ''
  const numerals = t('sessions:new.runNumerals').split(' ')
  return proposedName(t('sessions:new.namePattern'), project.name, numerals, runOf(project))
}

function PlannedLine({ project }: { readonly project: ListedProject }) {
  const { t } = useTranslation()
  const planned = [project.timeText, project.headcountText, project.modeText].filter(Boolean)
  return (
    <p className="muted">
      {t('sessions:new.planned', { text: planned.join(' · '), run: runOf(project) })}
    </p>
  )
}

function NameAndPlace() {
  const { t } = useTranslation()
  const { name, place } = useNewSession()
  return (
    <div className="form-row">
      <div className="wide">
        <Field label={t('sessions:new.name')} help={t('sessions:new.nameHelp')}>
          {(tie) => (
            <Input
              {...tie}
              value={name}
              maxLength={100}
              required
              onChange={(event) => {
                useNewSession.setState({ name: event.target.value, isOwnName: true })
              }}
            />
          )}
        </Field>
      </div>
      <Field label={t('sessions:new.place')}>
        {(tie) => (
          <Input
            {...tie}
            value={place}
            maxLength={100}
            onChange={(event) => {
              useNewSession.setState({ place: event.target.value })
            }}
          />
        )}
      </Field>
    </div>
  )
}

function DatesAndLessons() {
  const { t } = useTranslation()
  const { from, to, lessons } = useNewSession()
  return (
    <div className="form-row">
      <DateField
        label={t('sessions:new.from')}
        value={from}
        earliest=""
        onChange={(value) => {
          useNewSession.setState({ from: value })
        }}
      />
      <DateField
        label={t('sessions:new.to')}
        value={to}
        earliest={from}
        onChange={(value) => {
          useNewSession.setState({ to: value })
        }}
      />
      <Choice
        label={t('sessions:new.lessons')}
        value={lessons}
        options={[
          { value: 'half-day', label: t('sessions:new.halfDays') },
          { value: 'none', label: t('sessions:new.noLessons') },
        ]}
        onChange={(value) => {
          useNewSession.setState({ lessons: value === 'none' ? 'none' : 'half-day' })
        }}
      />
      <HoursField />
    </div>
  )
}

function HoursField() {
  const { t } = useTranslation()
  const { hours, lessons } = useNewSession()
  const isWrong = lessons !== 'none' && hoursOf(hours) === null
  return (
    <Field
      label={t('sessions:new.hours')}
      fault={isWrong ? t('sessions:new.hoursFault') : undefined}
    >
      {(tie) => (
        <Input
          {...tie}
          inputMode="decimal"
          value={hours}
          maxLength={6}
          disabled={lessons === 'none'}
          onChange={(event) => {
            useNewSession.setState({ hours: event.target.value })
          }}
        />
      )}
    </Field>
  )
}

interface DateFieldProps {
  readonly label: string
  readonly value: string
  readonly earliest: string
  readonly onChange: (value: string) => void
}

function DateField({ label, value, earliest, onChange }: DateFieldProps) {
  return (
    <Field label={label}>
      {(tie) => (
        <Input
          {...tie}
          type="date"
          value={value}
          min={earliest}
          required
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
    </Field>
  )
}
