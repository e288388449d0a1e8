import { create } from 'zustand'
import type { AttendanceTable } from '#shared/attendance/contract'
import type { AttendanceStatus } from '#shared/attendance/model'
import type { Refusal } from '#shared/core/result'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { client } from '#renderer/rpc'
import { type Box, emptyBox } from './roll-call-keys.ts'
import type { Person } from './roll-call-match.ts'
import { type Overlay, type Statuses, lessonToCall, peopleOf } from './roll-call-view.ts'

/** What the last key did, for the big line and the sound. */
export interface Outcome {
  readonly kind:
    | 'ready'
    | 'new'
    | 'changed'
    | 'already'
    | 'not-found'
    | 'several'
    | 'nobody'
    | 'undone'
    | 'rest'
    | 'nothing-to-undo'
    | 'closed'
    | 'refused'
  readonly person: Person | null
  readonly status: AttendanceStatus
  readonly count: number
  /** A new number for each outcome, so that the same one twice sounds twice. */
  readonly turn: number
}

export interface Action {
  readonly key: number
  readonly lessonId: string
  readonly before: Statuses
  readonly done: Promise<{ readonly actionId: string; readonly marked: number }>
}

export interface RollCall {
  readonly sessionId: string
  readonly lessonId: string
  readonly table: AttendanceTable | null
  readonly people: readonly Person[]
  readonly numbers: ReadonlyMap<string, string>
  readonly overlays: readonly Overlay[]
  readonly actions: readonly Action[]
  readonly unit: string
  readonly columns: number
  readonly box: Box
  readonly outcome: Outcome
  readonly refusal: Refusal | null
}

export const noOutcome: Outcome = {
  kind: 'ready',
  person: null,
  status: 'unmarked',
  count: 0,
  turn: 0,
}

export const emptyRollCall: RollCall = {
  sessionId: '',
  lessonId: '',
  table: null,
  people: [],
  numbers: new Map(),
  overlays: [],
  actions: [],
  unit: '',
  columns: 3,
  box: emptyBox,
  outcome: noOutcome,
  refusal: null,
}

export const useRollCall = create<RollCall>(() => emptyRollCall)

const { getState: get, setState: set } = useRollCall
let turns = 0

/** Is the lesson closed, so that it takes no marks? */
export function isClosed({ table, lessonId }: RollCall): boolean {
  return table?.lessons.find(({ id }) => id === lessonId)?.closed ?? true
}

/** Shows marks at once, before the core has answered. */
export function lay(lessonId: string, statuses: Statuses): number {
  const key = ++turns
  set(({ overlays }) => ({ overlays: [...overlays, { key, lessonId, statuses }] }))
  return key
}

/** Marks that the core has answered: the next reading of the table holds them. No screen shows it. */
const settled = new Set<number>()

export function settle(key: number): void {
  settled.add(key)
}

/** Takes marks back that the core refused, with its sentence. */
export function lift(key: number, error: unknown): void {
  set(({ overlays }) => ({
    overlays: overlays.filter((one) => one.key !== key),
    refusal: refusalOrUnexpected(error),
  }))
  tell('refused', null)
}

/** Says what became of a key. */
export function tell(
  kind: Outcome['kind'],
  person: Person | null,
  status: AttendanceStatus = 'unmarked',
  count = 0,
): void {
  set({ outcome: { kind, person, status, count, turn: ++turns } })
}

/** Reads the attendance anew; marks that it does not hold yet stay over it. */
export async function readTable(today: string): Promise<void> {
  const { sessionId, overlays } = get()
  const held = new Set(overlays.map(({ key }) => key).filter((key) => settled.has(key)))
  try {
    const table = await client.attendance.table({ sessionId })
    if (get().sessionId !== sessionId) return
    set((state) => ({
      table,
      people: peopleOf(table.rows, state.numbers),
      lessonId: state.lessonId || (lessonToCall(table, today)?.id ?? ''),
      overlays: state.overlays.filter(({ key }) => !held.has(key)),
    }))
  } catch (error) {
    set({ refusal: refusalOrUnexpected(error) })
  }
}

/** Only a scanner needs the whole numbers; without them names and last digits still work. */
export async function readNumbers(sessionId: string): Promise<void> {
  try {
    const { learners } = await client.roster.list({ sessionId })
    if (get().sessionId !== sessionId) return
    const numbers = new Map(learners.map(({ teacherId, docNo }) => [teacherId, docNo]))
    set(({ table }) => ({ numbers, people: peopleOf(table?.rows ?? [], numbers) }))
  } catch (error) {
    set({ refusal: refusalOrUnexpected(error) })
  }
}
