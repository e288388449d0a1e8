import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/live'
import { client } from '#renderer/rpc'
import { type Group, groupLearners } from '#renderer/sessions/learners-view'
import { Card } from '#renderer/ui/Card'

/** More lines than this say less than the first ones do. */
const mostLines = 8

/** 学员构成: by unit, title and subject. */
export function Composition({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation()
  const listed = useQuery(
    `roster ${sessionId}`,
    (signal) => client.roster.list({ sessionId }, { signal }),
    ['enrollment', 'teacher', 'unit'],
  )
  const learners = listed.data?.learners ?? []
  if (learners.length === 0) return null
  return (
    <Card title={t('sessions:overview.composition')}>
      <dl className="composition">
        {(['unit', 'title', 'subject'] as const).map((by) => (
          <div key={by}>
            <dt className="muted">{t(`roster:screen.fields.${by}`)}</dt>
            <dd>
              <Groups groups={groupLearners(learners, by)} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function Groups({ groups }: { readonly groups: readonly Group[] }) {
  const { t } = useTranslation()
  const shown = groups
    .slice(0, mostLines)
    .map(({ key, count }) => `${key || t('sessions:overview.notFilled')} ${count}`)
  const rest = groups.length - mostLines
  if (rest > 0) shown.push(t('sessions:overview.more', { count: rest }))
  return shown.join(' · ')
}
