import type { Mark } from '#shared/attendance/mark'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { client } from '#renderer/rpc'
import { type Key, boxAfterMark, emptyBox, isWalking } from './roll-call-keys.ts'
import {
  type Action,
  type RollCall,
  confirm,
  isClosed,
  isConnected,
  lay,
  lift,
  readTable,
  settle,
  shownPeople,
  tell,
  useRollCall,
  wantedStatuses,
} from './roll-call-store.ts'
import { type Statuses, nextUnmarked } from './roll-call-view.ts'

const { getState: get, setState: set } = useRollCall

/** A click is no key of a scanner. */
export const mouse: Pick<Key, 'key' | 'at'> = { key: '', at: -Infinity }

/** Marks one person: wanted at once on the screen, made when the core has written it. */
export async function mark(
  { teacherId, mark: status, change }: { teacherId: string; mark: Mark; change: boolean },
  key: Pick<Key, 'key' | 'at'>,
): Promise<void> {
  const state = get()
  const { lessonId, people } = state
  const person = people.find((one) => one.teacherId === teacherId) ?? null
  const statuses = wantedStatuses(state)
  const before = statuses.get(teacherId) ?? 'unmarked'
  if (!isConnected()) return
  if (isClosed(state)) {
    tell({ kind: 'closed', person })
    return
  }
  const hall = shownPeople({ ...state, box: emptyBox })
  const next = nextUnmarked(hall, statuses, teacherId)
  if (before === status || (before !== 'unmarked' && !change)) {
    set(({ box }) => ({ box: boxAfterMark(box, next, key, false) }))
    tell({ kind: 'already', person, status: before })
    return
  }
  set(({ box }) => ({ box: boxAfterMark(box, next, key), refusal: null }))
  const kind = before === 'unmarked' ? 'new' : 'changed'
  const turn = tell({ kind, person, status, saving: true })
  await act(
    new Map([[teacherId, before]]),
    new Map([[teacherId, status]]),
    client.attendance.mark({ lessonId, teacherId, mark: status }),
    turn,
  )
}

/** Those whom "the rest" means: everyone shown who has no mark, of the chosen unit or of the class. */
export function restOf(state: RollCall): readonly string[] {
  const statuses = wantedStatuses(state)
  return shownPeople({ ...state, box: emptyBox })
    .map(({ teacherId }) => teacherId)
    .filter((teacherId) => statuses.get(teacherId) === 'unmarked')
}

/** The rest is present: the sheet of "all but n". */
export async function markRest(): Promise<void> {
  const state = get()
  const rest = restOf(state)
  if (!isConnected() || isClosed(state) || rest.length === 0) return
  const turn = tell({ kind: 'rest', status: 'present', count: rest.length, saving: true })
  await act(
    new Map(rest.map((teacherId) => [teacherId, 'unmarked'])),
    new Map(rest.map((teacherId) => [teacherId, 'present'])),
    client.attendance.markRest({
      lessonId: state.lessonId,
      teacherIds: state.unit === '' ? [] : [...rest],
    }),
    turn,
  )
}

/** Takes back what the last key of this lesson wrote, all of it. */
export async function undo(): Promise<void> {
  const { people, box } = get()
  if (!isConnected()) return
  const action = lastAction()
  if (action === undefined) {
    tell({ kind: 'nothing-to-undo' })
    return
  }
  const [only] = action.before.size === 1 ? [...action.before] : []
  const person = people.find((one) => one.teacherId === only?.[0]) ?? null
  // Who walks the list stands again where the mistake was made.
  if (isWalking(box) && only) set({ box: { ...emptyBox, picked: only[0] } })
  const turn = tell({ kind: 'undone', person, count: action.before.size, saving: true })
  await takeBack(action)
  confirm(turn)
}

/** The last marks were digits of a number: takes them back and searches for it. */
export async function undoForNumber(marks: number, text: string, at: number): Promise<void> {
  set({ box: { ...emptyBox, text, typedAt: at } })
  const turn = tell({ kind: 'taken-back', count: marks, saving: marks > 0 })
  const undone: Promise<void>[] = []
  for (let i = 0; i < marks; i++) {
    const action = lastAction()
    if (action) undone.push(takeBack(action))
  }
  await Promise.all(undone)
  confirm(turn)
}

export async function closeLesson(closed: boolean): Promise<void> {
  const { lessonId } = get()
  if (!isConnected()) return
  try {
    await client.sessions.closeLesson({ lessonId, closed })
    await readTable('')
  } catch (error) {
    set({ refusal: refusalOrUnexpected(error) })
  }
}

function lastAction(): Action | undefined {
  const { actions, lessonId } = get()
  return actions.findLast((one) => one.lessonId === lessonId)
}

async function takeBack(action: Action): Promise<void> {
  set(({ actions }) => ({ actions: actions.filter((one) => one !== action), refusal: null }))
  const overlay = lay(action.lessonId, action.before)
  try {
    await client.attendance.undo({ actionId: (await action.done).actionId })
    settle(overlay)
  } catch (error) {
    lift(overlay, error)
  }
}

async function act(
  before: Statuses,
  after: Statuses,
  done: Action['done'],
  turn: number,
): Promise<void> {
  const { lessonId } = get()
  const key = lay(lessonId, after)
  set(({ actions }) => ({ actions: [...actions, { key, lessonId, before, done }] }))
  try {
    await done
    settle(key)
    confirm(turn)
  } catch (error) {
    set(({ actions }) => ({ actions: actions.filter((one) => one.key !== key) }))
    lift(key, error)
  }
}
