import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/live'
import { client } from '#renderer/rpc'
import { Card } from '#renderer/ui/Card'

interface FoundTeachersProps {
  readonly text: string
}

/** Teachers by characters, initials or the last digits of a number. */
export function FoundTeachers({ text }: FoundTeachersProps) {
  const { t } = useTranslation()
  const asked = useDeferredValue(text)
  const answer = useQuery(
    asked === '' ? null : `find ${asked}`,
    (signal) => client.search.find({ text: asked }, { signal }),
    ['teacher'],
  )
  if (asked === '' || !answer.data) return null
  const teachers = answer.data.found.filter(({ kind }) => kind === 'teacher')
  return (
    <Card title={t('people:found', { n: teachers.length })}>
      {teachers.length === 0 && <p className="muted">{t('people:noTeacher')}</p>}
      <ul className="found">
        {teachers.map(({ id, title, detail }) => (
          <li key={id}>
            <a href={`#/hours/${encodeURIComponent(id)}`}>{title}</a>
            <span className="muted">{detail}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
