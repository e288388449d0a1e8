import { onChange } from '#renderer/live'
import { useConnection } from '#renderer/rpc'
import { heldPersonFor } from './held-people.ts'
import {
  type Act,
  type Key,
  boxAfterAsking,
  digitAfterName,
  emptyBox,
  pressKey,
} from './roll-call-keys.ts'
import { mark, undo, undoForNumber } from './roll-call-marks.ts'
import {
  type Outcome,
  emptyRollCall,
  isConnected,
  noOutcome,
  readHeld,
  readNumbers,
  readTable,
  shownPeople,
  tell,
  useRollCall,
  wantedStatuses,
} from './roll-call-store.ts'
import { nextUnmarked } from './roll-call-view.ts'

const { getState: get, setState: set } = useRollCall
/** Other windows' and other people's marks are read this long after the last of a burst. */
const reloadPauseMs = 500

/** Opens a session's roll-call and follows its changes until the answer is called. */
export function openRollCall(sessionId: string, today: string): () => void {
  // What was lost with a connection is told even when the lock stood between.
  set(({ unsaved }) => ({ ...emptyRollCall, sessionId, unsaved }))
  let timer: ReturnType<typeof setTimeout> | undefined
  const readAll = () => {
    void readTable(today)
    void readNumbers(sessionId)
    void readHeld(sessionId)
  }
  readAll()
  const stops = [
    onChange(
      ['presence_event', 'attendance_override', 'leave', 'enrollment', 'teacher', 'lesson'],
      () => {
        clearTimeout(timer)
        timer = setTimeout(() => void readTable(today), reloadPauseMs)
      },
    ),
    onChange(['import_batch', 'enrollment'], () => void readHeld(sessionId)),
    useConnection.subscribe(({ made }, before) => {
      if (made !== before.made) readAll()
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
    set(({ unsaved }) => ({ ...emptyRollCall, unsaved }))
  }
}

/** Another lesson of the session; '' is the one that the clerk most likely wants. */
export function chooseLesson(lessonId: string): void {
  if (lessonId === '' || lessonId === get().lessonId) return
  set({ lessonId, box: emptyBox, outcome: noOutcome, refusal: null })
}

export function chooseUnit(unit: string): void {
  set({ unit, box: emptyBox })
}

/** Sentences about what was typed: they end when typing goes on. */
const aboutTyped: readonly Outcome['kind'][] = [
  'not-found',
  'held',
  'several',
  'nobody',
  'ask-change',
]

export function typeText(text: string, at: number): void {
  const digit = digitAfterName(get().box.text, text)
  if (digit !== '') {
    press({ key: digit, ctrl: false, composing: false, at })
    return
  }
  set(({ outcome }) => ({
    box: { ...emptyBox, text, typedAt: at },
    refusal: null,
    outcome: afterTyping(outcome),
  }))
}

function afterTyping(outcome: Outcome): Outcome {
  return aboutTyped.includes(outcome.kind) ? noOutcome : outcome
}

export function pickPerson(teacherId: string): void {
  set(({ box }) => ({ box: { ...emptyBox, text: box.text, picked: teacherId } }))
}

/** Takes one key; answers whether it was ours, so that the box must not take it too. */
export function press(key: Key): boolean {
  if (!isConnected()) return false
  const state = get()
  const statuses = wantedStatuses(state)
  const people = shownPeople(state)
  const act = pressKey(
    state.box,
    {
      people,
      next: nextUnmarked(people, statuses, ''),
      statusOf: (teacherId) => statuses.get(teacherId) ?? 'unmarked',
    },
    key,
  )
  if (act.type === 'type') return false
  perform(act, key)
  return true
}

function perform(act: Exclude<Act, { type: 'type' }>, key: Key): void {
  switch (act.type) {
    case 'nothing':
      return
    case 'clear':
      set(({ outcome }) => ({ box: emptyBox, refusal: null, outcome: afterTyping(outcome) }))
      return
    case 'pick':
      pickPerson(act.teacherId)
      return
    case 'ask':
      ask(act.why)
      return
    case 'ask-change':
      askChange(act.change, key)
      return
    case 'undo':
      void undo()
      return
    case 'mark':
      void mark(act, key)
      return
    case 'take-back':
      void undoForNumber(act.marks, act.text, key.at)
  }
}

function ask(why: 'nobody' | 'not-found' | 'several'): void {
  const { held, box } = get()
  const waiting = why === 'not-found' ? heldPersonFor(held, box.text) : undefined
  if (waiting) tell({ kind: 'held', detail: `${waiting.name} ${waiting.message}` })
  else tell({ kind: why })
}

function askChange(change: Extract<Act, { type: 'ask-change' }>['change'], key: Key): void {
  const state = get()
  const person = state.people.find(({ teacherId }) => teacherId === change.teacherId) ?? null
  const status = wantedStatuses(state).get(change.teacherId) ?? 'unmarked'
  set(({ box }) => ({ box: boxAfterAsking(box, change, key) }))
  tell({ kind: 'ask-change', person, status, to: change.mark })
}
