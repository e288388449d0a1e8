import { memo, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceStatus } from '#shared/attendance/model'
import { rowWindow, useFrame } from '#renderer/sessions/use-window'
import { StatusTag } from '#renderer/ui/StatusTag'
import type { Target } from './roll-call-keys.ts'
import type { Person } from './roll-call-match.ts'
import { mark, mouse } from './roll-call-marks.ts'
import { pickPerson } from './roll-call-state.ts'
import { type Statuses, columnsIn, nextUnmarked, signs } from './roll-call-view.ts'

export const gridId = 'roll-call-grid'

export function cellId(teacherId: string): string {
  return `roll-${teacherId}`
}

interface RollCallGridProps {
  readonly people: readonly Person[]
  /** What is stored. */
  readonly statuses: Statuses
  /** What the core has yet to confirm. */
  readonly pending: Statuses
  readonly target: Target
  readonly onPicked: () => void
}

/** A cell and the gap below it, in px; the style sheet has the same. */
const rowHeight = 50

export const RollCallGrid = memo(function RollCallGrid({
  people,
  statuses,
  pending,
  target,
  onPicked,
}: RollCallGridProps) {
  const { t } = useTranslation()
  const proposed =
    target.kind === 'nobody' ? nextUnmarked(people, new Map([...statuses, ...pending]), '') : ''
  const { ref, scrollTo, frame } = useFrame<HTMLDivElement>()
  const columns = columnsIn(frame.width)
  const rows = Math.ceil(people.length / columns)
  const { from, to } = rowWindow(frame, rowHeight, rows)
  const first = from * columns
  const targetId = target.kind === 'person' ? target.teacherId : ''
  const targetRow = Math.floor(people.findIndex((one) => one.teacherId === targetId) / columns)
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
        {people.slice(first, to * columns).map((person, index) => {
          const wanted = pending.get(person.teacherId)
          const status = wanted ?? statuses.get(person.teacherId) ?? 'unmarked'
          return (
            // Cells keep their places while the people in them change: quicker than new cells.
            <Cell
              key={index}
              person={person}
              status={status}
              isPending={wanted !== undefined}
              label={
                wanted === undefined
                  ? t(`attendance:short.${status}`)
                  : t('attendance:pending', { status: t(`attendance:short.${status}`) })
              }
              outline={outlineOf(person.teacherId, target, proposed)}
              place={first + index + 1}
              of={people.length}
            />
          )
        })}
      </div>
    </div>
  )
})

type Outline = 'solid' | 'dashed' | 'none'

/** Solid is who a key marks; dashed are those among whom an arrow must choose first. */
function outlineOf(teacherId: string, target: Target, proposed: string): Outline {
  if (target.kind === 'person') return target.teacherId === teacherId ? 'solid' : 'none'
  return target.kind === 'several' || teacherId === proposed ? 'dashed' : 'none'
}

interface CellProps {
  readonly person: Person
  readonly status: AttendanceStatus
  readonly isPending: boolean
  readonly label: string
  readonly outline: Outline
  readonly place: number
  readonly of: number
}

const Cell = memo(function Cell(props: CellProps) {
  const { person, status, isPending, label, outline, place, of } = props
  const { teacherId, name, unit } = person
  const isMarked = status !== 'unmarked' && !isPending
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
      {isPending ? (
        <span className="tag tag-pending">
          <span aria-hidden>{'…'}</span>
          {label}
        </span>
      ) : (
        <StatusTag {...signs[status]}>{label}</StatusTag>
      )}
    </div>
  )
})
