import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { marks } from '#shared/attendance/mark'
import { type Target, isWalking } from './roll-call-keys.ts'
import type { Person } from './roll-call-match.ts'
import { cellId, gridId } from './RollCallGrid.tsx'
import { heldPersonFor } from './held-people.ts'
import { mark, markRest, mouse, undo } from './roll-call-marks.ts'
import { typeText } from './roll-call-state.ts'
import { useRollCall } from './roll-call-store.ts'
import { type Statuses, signs } from './roll-call-view.ts'
import { StatusTag } from '#renderer/ui/StatusTag'

interface RollCallBoxProps {
  readonly boxRef: RefObject<HTMLInputElement | null>
  readonly target: Target
  readonly shown: readonly Person[]
  readonly statuses: Statuses
  /** Those without a mark whom one button marks present. */
  readonly rest: number
  readonly closed: boolean
  readonly connected: boolean
}

/** Longer than any name and any document number that a scanner types. */
const longestText = 40

export function RollCallBox(props: RollCallBoxProps) {
  const { boxRef, target, shown, statuses, rest, closed, connected } = props
  const { t } = useTranslation()
  const text = useRollCall((state) => state.box.text)
  const person =
    target.kind === 'person'
      ? shown.find(({ teacherId }) => teacherId === target.teacherId)
      : undefined
  const blocked = closed || !connected
  return (
    <div className="roll-bar">
      <div className={blocked ? 'roll-box roll-box-closed' : 'roll-box'}>
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
          disabled={!connected}
          placeholder={t('attendance:box.placeholder')}
          value={text}
          onChange={(event) => {
            typeText(event.target.value, event.timeStamp)
          }}
        />
        <Who person={person} target={target} shown={shown} statuses={statuses} />
        <MarkButtons person={person} blocked={blocked} boxRef={boxRef} />
      </div>
      <RestButtons rest={rest} blocked={blocked} boxRef={boxRef} />
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
  const held = useRollCall((state) => heldPersonFor(state.held, state.box.text))
  if (person === undefined && target.kind === 'not-found' && held) {
    return (
      <span className="roll-who">
        <b>{held.name}</b>
        <StatusTag tone="warn" icon="!">
          {t('attendance:box.held')}
        </StatusTag>
      </span>
    )
  }
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
  readonly blocked: boolean
  readonly boxRef: RefObject<HTMLInputElement | null>
}

/** The keys' legend, and the same for a mouse. */
function MarkButtons({
  person,
  blocked,
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
          disabled={blocked || person === undefined}
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

function RestButtons({ rest, blocked, boxRef }: ButtonsProps & { readonly rest: number }) {
  const { t } = useTranslation()
  const mayUndo = useRollCall(({ actions, lessonId }) =>
    actions.some((action) => action.lessonId === lessonId),
  )
  const unit = useRollCall((state) => state.unit)
  return (
    <>
      <button
        type="button"
        className="roll-button"
        disabled={!mayUndo || blocked}
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
        disabled={blocked || rest === 0}
        onClick={() => {
          void markRest()
          boxRef.current?.focus()
        }}
      >
        {t(unit === '' ? 'attendance:box.restOfClass' : 'attendance:box.restOfUnit', {
          count: rest,
        })}
      </button>
    </>
  )
}
