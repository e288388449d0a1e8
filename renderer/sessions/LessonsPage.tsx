import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#shared/core/result'
import type { ShownSession } from '#shared/sessions/contract'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { useRoute } from '#renderer/route'
import { client } from '#renderer/rpc'
import { Card } from '#renderer/ui/Card'
import { EmptyState } from '#renderer/ui/EmptyState'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { StatusTag } from '#renderer/ui/StatusTag'
import { groupBy } from './group-by.ts'
import { type Column, PlainTable } from './PlainTable.tsx'
import { SessionFrame } from './SessionFrame.tsx'
import { shownDay } from '#renderer/ui/dates'

type Lesson = ShownSession['lessonList'][number]

/** 日程: the lessons day by day; a closed one takes no more marks. */
export function LessonsPage() {
  const { t } = useTranslation()
  const sessionId = useRoute().ids[0] ?? ''
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const close = async (lesson: Lesson) => {
    setRefusal(null)
    try {
      await client.sessions.closeLesson({ lessonId: lesson.id, closed: !lesson.closed })
    } catch (error) {
      setRefusal(refusalOrUnexpected(error))
    }
  }
  return (
    <SessionFrame sessionId={sessionId} tab="lessons">
      {({ lessonList }) =>
        lessonList.length === 0 ? (
          <EmptyState
            title={t('sessions:lessons.emptyTitle')}
            text={t('sessions:lessons.emptyText')}
          />
        ) : (
          <>
            {refusal && <RefusalBox refusal={refusal} />}
            <p className="muted">{t('sessions:lessons.rule')}</p>
            <Days lessons={lessonList} onClose={(lesson) => void close(lesson)} />
          </>
        )
      }
    </SessionFrame>
  )
}

interface DaysProps {
  readonly lessons: readonly Lesson[]
  readonly onClose: (lesson: Lesson) => void
}

function Days({ lessons, onClose }: DaysProps) {
  const { t, i18n } = useTranslation()
  const days = [...groupBy(lessons, ({ date }) => date)]
  return days.map(([date, ofDay]) => {
    const weekend = ofDay[0]?.weekend ? ` · ${t('sessions:lessons.weekend')}` : ''
    return (
      <Card key={date} title={`${shownDay(date, i18n.language)}${weekend}`}>
        <DayTable caption={shownDay(date, i18n.language)} lessons={ofDay} onClose={onClose} />
      </Card>
    )
  })
}

function DayTable({ caption, lessons, onClose }: DaysProps & { readonly caption: string }) {
  const { t } = useTranslation()
  const columns: readonly Column<Lesson>[] = [
    {
      key: 'label',
      title: t('sessions:lessons.part'),
      cell: ({ label }) => t(`sessions:label.${label}`),
    },
    { key: 'time', title: t('sessions:lessons.time'), cell: ({ start, end }) => `${start}–${end}` },
    {
      key: 'hours',
      title: t('sessions:lessons.hours'),
      isNumber: true,
      cell: ({ hours }) => hours,
    },
    { key: 'place', title: t('sessions:lessons.place'), cell: ({ place }) => place || '—' },
    {
      key: 'lecturer',
      title: t('sessions:lessons.lecturer'),
      cell: ({ lecturer }) => lecturer || t('sessions:lessons.unfilled'),
    },
    {
      key: 'topic',
      title: t('sessions:lessons.topic'),
      cell: ({ topic }) => topic || t('sessions:lessons.unfilled'),
    },
    {
      key: 'state',
      title: t('sessions:lessons.state'),
      cell: (lesson) => <StateCell lesson={lesson} />,
    },
    {
      key: 'close',
      title: t('sessions:lessons.action'),
      cell: (lesson) => (
        <Button
          size="small"
          onClick={() => {
            onClose(lesson)
          }}
          aria-label={`${t(closeText(lesson))} ${caption} ${t(`sessions:label.${lesson.label}`)}`}
        >
          {t(closeText(lesson))}
        </Button>
      ),
    },
  ]
  return <PlainTable caption={caption} columns={columns} rows={lessons} rowKey={({ id }) => id} />
}

function closeText({ closed }: Lesson): string {
  return closed ? 'sessions:lessons.reopen' : 'sessions:lessons.close'
}

function StateCell({ lesson: { closed } }: { readonly lesson: Lesson }) {
  const { t } = useTranslation()
  return closed ? (
    <StatusTag tone="none" icon="■">
      {t('sessions:lessons.closed')}
    </StatusTag>
  ) : (
    <StatusTag tone="good" icon="○">
      {t('sessions:lessons.open')}
    </StatusTag>
  )
}
