import type { Mark } from '#shared/attendance/mark'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { onChange } from '#renderer/live'
import { client } from '#renderer/rpc'
import {
  type Act,
  type Key,
  boxAfterMark,
  digitAfterName,
  emptyBox,
  isWalking,
  pressKey,
} from './roll-call-keys.ts'
import { type Person, matchPeople } from './roll-call-match.ts'
import {
  type Action,
  type RollCall,
  emptyRollCall,
  isClosed,
  lay,
  lift,
  noOutcome,
  readNumbers,
  readTable,
  settle,
  tell,
  useRollCall,
} from './roll-call-store.ts'
import { type Statuses, nextUnmarked, statusesOf } from './roll-call-view.ts'

const { getState: get, setState: set } = useRollCall
/** Other windows' and other people's marks are read this long after the last of a burst. */
const reloadPauseMs = 500

/** Opens a session's roll-call and follows its changes until the answer is called. */
export function openRollCall(sessionId: string, lessonId: string, today: string): () => void {
  set({ ...emptyRollCall, sessionId, lessonId })
  let timer: ReturnType<typeof setTimeout> | undefined
  void readTable(today)
  void readNumbers(sessionId)
  const stop = onChange(
    ['presence_event', 'attendance_override', 'leave', 'enrollment', 'teacher', 'lesson'],
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void readTable(today), reloadPauseMs)
    },
  )
  return () => {
    clearTimeout(timer)
    stop()
    set(emptyRollCall)
  }
}

export function chooseLesson(lessonId: string): void {
  set({ lessonId, box: emptyBox, outcome: noOutcome, refusal: null })
}

export function chooseUnit(unit: string): void {
  set({ unit, box: emptyBox })
}

export function typeText(text: string, at: number): void {
  const digit = digitAfterName(get().box.text, text)
  if (digit !== '') {
    press({ key: digit, ctrl: false, composing: false, at })
    return
  }
  set(({ box }) => ({ box: { ...box, text, picked: '' }, refusal: null }))
}

export function pickPerson(teacherId: string): void {
  set(({ box }) => ({ box: { ...box, picked: teacherId } }))
}

export function setColumns(columns: number): void {
  if (columns !== get().columns) set({ columns })
}

/** Whom the grid shows: the chosen unit's people who fit the text, best first. */
export function shownPeople(
  { people, unit, box }: Pick<RollCall, 'people' | 'unit' | 'box'>,
  statuses: Statuses,
): readonly Person[] {
  const ofUnit = unit === '' ? people : people.filter((person) => person.unit === unit)
  return matchPeople(ofUnit, box.text, (teacherId) => statuses.get(teacherId) ?? 'unmarked')
}

export function currentStatuses({
  table,
  lessonId,
  overlays,
}: Pick<RollCall, 'table' | 'lessonId' | 'overlays'>): Statuses {
  return statusesOf(table?.rows ?? [], lessonId, overlays)
}

/** Takes one key; answers whether it was ours, so that the box must not take it too. */
export function press(key: Key): boolean {
  const state = get()
  const statuses = currentStatuses(state)
  const people = shownPeople(state, statuses)
  const act = pressKey(
    state.box,
    { people, columns: state.columns, next: nextUnmarked(people, statuses, '') },
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
      set({ box: emptyBox, refusal: null })
      return
    case 'pick':
      pickPerson(act.teacherId)
      return
    case 'ask':
      tell(act.why, null)
      return
    case 'undo':
      void undo()
      return
    case 'mark':
      void mark(act, key)
      return
    case 'take-back':
      void undo()
      set({ box: { ...emptyBox, text: act.text } })
  }
}

/** Marks one person at once on the screen and takes it back with a sentence if the core refuses. */
export async function mark(
  { teacherId, mark: status, change }: { teacherId: string; mark: Mark; change: boolean },
  key: Pick<Key, 'key' | 'at'>,
): Promise<void> {
  const state = get()
  const { lessonId, people } = state
  const person = people.find((one) => one.teacherId === teacherId) ?? null
  const statuses = currentStatuses(state)
  const before = statuses.get(teacherId) ?? 'unmarked'
  if (isClosed(state)) {
    tell('closed', person)
    return
  }
  if (before === status || (before !== 'unmarked' && !change)) {
    set(({ box }) => ({ box: boxAfterMark(box, nextUnmarked(people, statuses, teacherId), key) }))
    tell('already', person, before)
    return
  }
  const next = nextUnmarked(shownPeople({ ...state, box: emptyBox }, statuses), statuses, teacherId)
  set(({ box }) => ({ box: boxAfterMark(box, next, key), refusal: null }))
  tell(before === 'unmarked' ? 'new' : 'changed', person, status)
  await act(
    new Map([[teacherId, before]]),
    new Map([[teacherId, status]]),
    client.attendance.mark({ lessonId, teacherId, mark: status }),
  )
}

/** Everyone without a mark is present: the sheet of "all but n". */
export async function markRest(): Promise<void> {
  const state = get()
  const unmarked = [...currentStatuses(state)].filter(([, status]) => status === 'unmarked')
  if (isClosed(state) || unmarked.length === 0) return
  tell('rest', null, 'present', unmarked.length)
  await act(
    new Map(unmarked),
    new Map(unmarked.map(([teacherId]) => [teacherId, 'present'])),
    client.attendance.markRest({ lessonId: state.lessonId }),
  )
}

/** Takes back what the last key of this lesson wrote, all of it. */
export async function undo(): Promise<void> {
  const { actions, lessonId, people } = get()
  const action = actions.findLast((one) => one.lessonId === lessonId)
  if (action === undefined) {
    tell('nothing-to-undo', null)
    return
  }
  const [only] = action.before.size === 1 ? [...action.before] : []
  const person = people.find((one) => one.teacherId === only?.[0]) ?? null
  set(({ box }) => ({
    actions: actions.filter((one) => one !== action),
    refusal: null,
    // Who walks the list stands again where the mistake was made.
    box: isWalking(box) && only ? { ...emptyBox, picked: only[0] } : box,
  }))
  tell('undone', person, only?.[1], action.before.size)
  const overlay = lay(lessonId, action.before)
  try {
    await client.attendance.undo({ actionId: (await action.done).actionId })
    settle(overlay)
  } catch (error) {
    lift(overlay, error)
  }
}

export async function closeLesson(closed: boolean): Promise<void> {
  const { lessonId } = get()
  try {
    await client.sessions.closeLesson({ lessonId, closed })
    await readTable('')
  } catch (error) {
    set({ refusal: refusalOrUnexpected(error) })
  }
}

async function act(before: Statuses, after: Statuses, done: Action['done']): Promise<void> {
  const { lessonId } = get()
  const key = lay(lessonId, after)
  set(({ actions }) => ({ actions: [...actions, { key, lessonId, before, done }] }))
  try {
    await done
    settle(key)
  } catch (error) {
    set(({ actions }) => ({ actions: actions.filter((one) => one.key !== key) }))
    lift(key, error)
  }
}
