import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#renderer/ui/ButtonLink'
import { StatusTag, type Tone } from '#renderer/ui/StatusTag'
import type { TodayLesson } from './workbench-view.ts'

interface TodayCardProps {
  readonly lessons: readonly TodayLesson[]
  readonly next: TodayLesson | undefined
}

const signs: Readonly<
  Record<TodayLesson['state'], { readonly tone: Tone; readonly icon: string }>
> = {
  closed: { tone: 'none', icon: '■' },
  over: { tone: 'warn', icon: '!' },
  running: { tone: 'good', icon: '▶' },
  ahead: { tone: 'info', icon: '○' },
}

export function TodayCard({ lessons, next }: TodayCardProps) {
  const { t } = useTranslation()
  if (lessons.length === 0) return <p className="muted">{t('workbench:today.none')}</p>
  return (
    <ul className="rows">
      {lessons.map((today) => (
        <li key={today.lesson.id}>
          <StatusTag {...signs[today.state]}>{t(`workbench:lessonState.${today.state}`)}</StatusTag>
          <span>
            <strong>{today.session.name}</strong>
            <span className="muted">
              {t('workbench:today.lesson', {
                label: t(`workbench:label.${today.lesson.label}`),
                start: today.lesson.start,
                end: today.lesson.end,
                place: today.lesson.place || today.session.place,
                learners: today.session.learners,
              })}
            </span>
          </span>
          <ButtonLink primary={today === next} href={`#${today.path}`}>
            {t(`workbench:today.${today.state === 'closed' ? 'look' : 'take'}`)}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
