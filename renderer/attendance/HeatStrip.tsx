import { useTranslation } from 'react-i18next'
import type { AttendanceTable } from '#shared/attendance/contract'
import { attendanceStatuses } from '#shared/attendance/model'
import type { ShownSession } from '#shared/sessions/contract'
import { Choice } from '#renderer/sessions/Choice'
import { shownDay } from '#renderer/ui/dates'
import { Card } from '#renderer/ui/Card'
import { StatusTag } from '#renderer/ui/StatusTag'
import { countsOf, heatOf } from './overview-view.ts'
import { signs } from './roll-call-view.ts'

type Lesson = ShownSession['lessonList'][number]

interface HeatStripProps {
  readonly table: AttendanceTable
  readonly lesson: Lesson
  readonly lessons: readonly Lesson[]
  readonly onChoose: (lessonId: string) => void
}

/** 每格一人: a glance over the hall; the counts below say the same in words. */
export function HeatStrip({ table, lesson, lessons, onChoose }: HeatStripProps) {
  const { t, i18n } = useTranslation()
  const squares = heatOf(table, lesson.id)
  const counts = countsOf(squares)
  const used = attendanceStatuses.filter((status) => counts[status] > 0)
  const summary = used
    .map((status) => `${t(`attendance:status.${status}`)} ${counts[status]}`)
    .join(' ')
  return (
    <Card title={t('attendance:heat.title')}>
      <Choice
        bare
        label={t('attendance:rollCall.lesson')}
        value={lesson.id}
        onChange={onChoose}
        options={lessons.map(({ id, date, label }) => ({
          value: id,
          label: `${shownDay(date, i18n.language)} ${t(`sessions:label.${label}`)}`,
        }))}
      />
      <div className="heat" role="img" aria-label={summary}>
        {squares.map(({ teacherId, name, unit, status }) => (
          <i
            key={teacherId}
            className={`heat-${signs[status].tone}`}
            title={`${name} ${unit} ${t(`attendance:status.${status}`)}`}
          />
        ))}
      </div>
      <div className="legend">
        {used.map((status) => (
          <StatusTag key={status} {...signs[status]}>
            {`${t(`attendance:short.${status}`)} ${counts[status]}`}
          </StatusTag>
        ))}
      </div>
    </Card>
  )
}
