import { memo, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceStatus } from '#shared/attendance/model'
import { rowWindow, useFrame } from '#renderer/sessions/use-window'
import { StatusTag } from '#renderer/ui/StatusTag'
import type { Target } from './roll-call-keys.ts'
import type { Person } from './roll-call-match.ts'
import { mark, pickPerson, setColumns } from './roll-call-state.ts'
import { type Statuses, columnsIn, signs } from './roll-call-view.ts'

export const gridId = 'roll-call-grid'

export function cellId(teacherId: string): string {
  return `roll-${teacherId}`
}

interface RollCallGridProps {
  readonly people: readonly Person[]
  readonly statuses: Statuses
  readonly target: Target
  /** The person who would be next, while nobody is outlined. */
  readonly proposed: string
  readonly onPicked: () => void
}

/** A cell and the gap below it, in px; the style sheet has the same. */
const rowHeight = 50

export function RollCallGrid({ people, statuses, target, proposed, onPicked }: RollCallGridProps) {
  const { t } = useTranslation()
  const { ref, scrollTo, frame } = useFrame<HTMLDivElement>()
  const columns = columnsIn(frame.width)
  const rows = Math.ceil(people.length / columns)
  const { from, to } = rowWindow(frame, rowHeight, rows)
  const first = from * columns
  const targetId = target.kind === 'person' ? target.teacherId : ''
  const targetRow = Math.floor(people.findIndex((one) => one.teacherId === targetId) / columns)
  useEffect(() => {
    setColumns(columns)
  }, [columns])
  useEffect(() => {
    if (targetRow >= 0) scrollTo(targetRow * rowHeight, rowHeight)
  }, [scrollTo, targetRow])
  return (
    <div
      ref={ref}
      id={gridId}
      className="roll-frame"
      role="listbox"
      tabIndex={0}
      aria-label={t('attendance:grid.label')}
      onClick={onPicked}
    >
      <div
        className="roll-grid"
        role="presentation"
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          paddingTop: from * rowHeight,
          height: rows * rowHeight,
        }}
      >
        {people.slice(first, to * columns).map((person, index) => (
          <Cell
            key={person.teacherId}
            person={person}
            status={statuses.get(person.teacherId) ?? 'unmarked'}
            outline={outlineOf(person.teacherId, target, proposed)}
            place={first + index + 1}
            of={people.length}
          />
        ))}
      </div>
    </div>
  )
}

type Outline = 'solid' | 'dashed' | 'none'

/** Solid is who a key marks; dashed are those among whom an arrow must choose first. */
function outlineOf(teacherId: string, target: Target, proposed: string): Outline {
  if (target.kind === 'person') return target.teacherId === teacherId ? 'solid' : 'none'
  return target.kind === 'several' || teacherId === proposed ? 'dashed' : 'none'
}

interface CellProps {
  readonly person: Person
  readonly status: AttendanceStatus
  readonly outline: Outline
  readonly place: number
  readonly of: number
}

const Cell = memo(function Cell({ person, status, outline, place, of }: CellProps) {
  const { t } = useTranslation()
  const { teacherId, name, unit } = person
  const isMarked = status !== 'unmarked'
  return (
    <div
      id={cellId(teacherId)}
      role="option"
      aria-selected={outline === 'solid'}
      aria-posinset={place}
      aria-setsize={of}
      className={`roll-cell roll-${outline} ${isMarked ? 'roll-marked' : ''}`}
      onClick={() => {
        pickPerson(teacherId)
      }}
      onDoubleClick={() => {
        void mark({ teacherId, mark: 'present', change: false }, mouse)
      }}
    >
      <b>{name}</b>
      <span className="roll-unit">{unit}</span>
      <StatusTag {...signs[status]}>{t(`attendance:short.${status}`)}</StatusTag>
    </div>
  )
})

/** A click is no key of a scanner. */
const mouse = { key: '', at: -Infinity }
