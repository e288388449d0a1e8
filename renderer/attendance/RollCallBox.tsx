import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { marks } from '#shared/attendance/mark'
import { type Target, isWalking } from './roll-call-keys.ts'
import type { Person } from './roll-call-match.ts'
import { cellId, gridId } from './RollCallGrid.tsx'
import { mark, markRest, typeText, undo } from './roll-call-state.ts'
import { useRollCall } from './roll-call-store.ts'
import { type Statuses, signs } from './roll-call-view.ts'
import { StatusTag } from '#renderer/ui/StatusTag'

interface RollCallBoxProps {
  readonly boxRef: RefObject<HTMLInputElement | null>
  readonly target: Target
  readonly shown: readonly Person[]
  readonly statuses: Statuses
  readonly closed: boolean
}

/** Longer than any name and any document number that a scanner types. */
const longestText = 40

export function RollCallBox({ boxRef, target, shown, statuses, closed }: RollCallBoxProps) {
  const { t } = useTranslation()
  const text = useRollCall((state) => state.box.text)
  const person =
    target.kind === 'person'
      ? shown.find(({ teacherId }) => teacherId === target.teacherId)
      : undefined
  return (
    <div className="roll-bar">
      <div className={closed ? 'roll-box roll-box-closed' : 'roll-box'}>
        <input
          ref={boxRef}
          className="roll-input"
          role="combobox"
          aria-label={t('attendance:box.label')}
          aria-expanded
          aria-controls={gridId}
          aria-autocomplete="list"
          aria-activedescendant={person && cellId(person.teacherId)}
          autoComplete="off"
          spellCheck={false}
          maxLength={longestText}
          placeholder={t('attendance:box.placeholder')}
          value={text}
          onChange={(event) => {
            typeText(event.target.value, event.timeStamp)
          }}
        />
        <Who person={person} target={target} shown={shown} statuses={statuses} />
        <MarkButtons person={person} closed={closed} boxRef={boxRef} />
      </div>
      <RestButtons statuses={statuses} closed={closed} boxRef={boxRef} />
    </div>
  )
}

interface WhoProps {
  readonly person: Person | undefined
  readonly target: Target
  readonly shown: readonly Person[]
  readonly statuses: Statuses
}

/** Who would be marked now, so that nobody has to look for the outline in the grid. */
function Who({ person, target, shown, statuses }: WhoProps) {
  const { t } = useTranslation()
  const walking = useRollCall((state) => isWalking(state.box))
  if (person === undefined) {
    return (
      <span className="roll-who muted">
        {t(`attendance:box.${target.kind}`, { count: shown.length })}
      </span>
    )
  }
  const status = statuses.get(person.teacherId) ?? 'unmarked'
  return (
    <span className="roll-who">
      <b>{person.name}</b>
      <span className="roll-unit">{person.unit}</span>
      <span className="muted">{`…${person.docTail}`}</span>
      {status !== 'unmarked' && (
        <StatusTag {...signs[status]}>{t(`attendance:short.${status}`)}</StatusTag>
      )}
      <Differences teacherId={person.teacherId} />
      {walking ? (
        <span className="muted">{t('attendance:box.walking')}</span>
      ) : (
        shown.length > 1 && (
          <span className="muted">{t('attendance:box.others', { count: shown.length - 1 })}</span>
        )
      )}
    </span>
  )
}

/** What a person should look at beside the status: too late, signed in but not there … */
function Differences({ teacherId }: { readonly teacherId: string }) {
  const { t } = useTranslation()
  const cell = useRollCall(
    ({ table, lessonId }) =>
      table?.rows.find((row) => row.teacherId === teacherId)?.statuses[lessonId],
  )
  return cell?.differences.map((code) => (
    <StatusTag key={code} tone="warn" icon="!">
      {t([`attendance:differences.${code}`, code])}
    </StatusTag>
  ))
}

interface ButtonsProps {
  readonly closed: boolean
  readonly boxRef: RefObject<HTMLInputElement | null>
}

/** The keys' legend, and the same for a mouse. */
function MarkButtons({
  person,
  closed,
  boxRef,
}: ButtonsProps & { readonly person: Person | undefined }) {
  const { t } = useTranslation()
  return (
    <span className="roll-keys" role="group" aria-label={t('attendance:box.marks')}>
      {marks.map((one, index) => (
        <button
          key={one}
          type="button"
          className="roll-button roll-small"
          disabled={closed || person === undefined}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => {
            if (person === undefined) return
            void mark({ teacherId: person.teacherId, mark: one, change: true }, mouse)
            boxRef.current?.focus()
          }}
        >
          <kbd aria-hidden>{index + 1}</kbd>
          {t(`attendance:short.${one}`)}
        </button>
      ))}
    </span>
  )
}

/** A click is no key of a scanner. */
const mouse = { key: '', at: -Infinity }

function RestButtons({ statuses, closed, boxRef }: ButtonsProps & { readonly statuses: Statuses }) {
  const { t } = useTranslation()
  const mayUndo = useRollCall(({ actions, lessonId }) =>
    actions.some((action) => action.lessonId === lessonId),
  )
  const unmarked = [...statuses.values()].filter((status) => status === 'unmarked').length
  return (
    <>
      <button
        type="button"
        className="roll-button"
        disabled={!mayUndo || closed}
        aria-keyshortcuts="Control+Z"
        onClick={() => {
          void undo()
          boxRef.current?.focus()
        }}
      >
        {t('attendance:box.undo')}
      </button>
      <button
        type="button"
        className="roll-button"
        disabled={closed || unmarked === 0}
        onClick={() => {
          void markRest()
          boxRef.current?.focus()
        }}
      >
        {t('attendance:box.rest', { count: unmarked })}
      </button>
    </>
  )
}
