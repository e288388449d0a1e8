import { create } from 'zustand'
import type { AttendanceTable } from '#shared/attendance/contract'
import type { AttendanceStatus } from '#shared/attendance/model'
import type { Refusal } from '#shared/core/result'
import { currentLanguage } from '#renderer/i18n'
import { NotConnectedError } from '#renderer/ipc/line'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { client, useConnection } from '#renderer/rpc'
import { type HeldPerson, heldPeopleOf } from './held-people.ts'
import { type Box, emptyBox } from './roll-call-keys.ts'
import { type Person, matchPeople } from './roll-call-match.ts'
import {
  type Overlay,
  type Statuses,
  lessonToCall,
  peopleOf,
  pendingOf,
  statusesOf,
} from './roll-call-view.ts'

/** What the last key did, for the big line and the sound. */
export interface Outcome {
  readonly kind:
    | 'ready'
    | 'new'
    | 'changed'
    | 'already'
    | 'ask-change'
    | 'not-found'
    | 'held'
    | 'several'
    | 'nobody'
    | 'undone'
    | 'taken-back'
    | 'rest'
    | 'nothing-to-undo'
    | 'closed'
    | 'refused'
  readonly person: Person | null
  readonly status: AttendanceStatus
  /** To what the same key would change the status. */
  readonly to: AttendanceStatus
  readonly count: number
  /** Words of the core, such as why a row is held. */
  readonly detail: string
  /** The core has not answered: it is only wanted. */
  readonly saving: boolean
  /** A new number for each outcome, so that the same one twice sounds twice. */
  readonly turn: number
}

export interface Action {
  readonly key: number
  readonly lessonId: string
  readonly before: Statuses
  readonly done: Promise<{ readonly actionId: string; readonly marked: number }>
}

/** A mark that was wanted when the connection broke: taken back, and said until it is made again. */
export interface Unsaved {
  readonly lessonId: string
  readonly teacherId: string
  readonly name: string
  readonly status: AttendanceStatus
}

export interface RollCall {
  readonly sessionId: string
  readonly lessonId: string
  readonly table: AttendanceTable | null
  readonly people: readonly Person[]
  readonly numbers: ReadonlyMap<string, string>
  readonly held: readonly HeldPerson[]
  readonly overlays: readonly Overlay[]
  readonly actions: readonly Action[]
  readonly unsaved: readonly Unsaved[]
  readonly unit: string
  readonly box: Box
  readonly outcome: Outcome
  readonly refusal: Refusal | null
}

export const noOutcome: Outcome = {
  kind: 'ready',
  person: null,
  status: 'unmarked',
  to: 'unmarked',
  count: 0,
  detail: '',
  saving: false,
  turn: 0,
}

export const emptyRollCall: RollCall = {
  sessionId: '',
  lessonId: '',
  table: null,
  people: [],
  numbers: new Map(),
  held: [],
  overlays: [],
  actions: [],
  unsaved: [],
  unit: '',
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

/** Whom the grid shows: the chosen unit's people who fit the text. */
export function shownPeople({
  people,
  unit,
  box,
}: Pick<RollCall, 'people' | 'unit' | 'box'>): readonly Person[] {
  const ofUnit = unit === '' ? people : people.filter((person) => person.unit === unit)
  return matchPeople(ofUnit, box.text)
}

type Marks = Pick<RollCall, 'table' | 'lessonId' | 'overlays'>

/** What is stored of everyone. */
export function storedStatuses({ table, lessonId, overlays }: Marks): Statuses {
  return statusesOf(table?.rows ?? [], lessonId, overlays)
}

/** What is stored and what the core has yet to confirm: the next key must know both. */
export function wantedStatuses(marks: Marks): Statuses {
  return new Map([...storedStatuses(marks), ...pendingOf(marks.overlays, marks.lessonId)])
}

/** Shows that marks are wanted; nothing shows them as made before the core has answered. */
export function lay(lessonId: string, statuses: Statuses): number {
  const key = ++turns
  set(({ overlays }) => ({ overlays: [...overlays, { key, lessonId, statuses, stored: false }] }))
  return key
}

/** The core has written them: now they are marks. */
export function settle(key: number): void {
  set(({ overlays }) => ({
    overlays: overlays.map((one) => (one.key === key ? { ...one, stored: true } : one)),
  }))
}

/** Takes wanted marks back: the core refused them, or the connection broke before it answered. */
export function lift(key: number, error: unknown): void {
  const lifted = get().overlays.find((one) => one.key === key)
  set(({ overlays }) => ({ overlays: overlays.filter((one) => one !== lifted) }))
  if (error instanceof NotConnectedError) {
    if (lifted) set(({ unsaved }) => ({ unsaved: [...unsaved, ...unsavedOf(lifted)] }))
    set({ outcome: noOutcome })
    return
  }
  set({ refusal: refusalOrUnexpected(error) })
  tell({ kind: 'refused' })
}

function unsavedOf({ lessonId, statuses }: Overlay): readonly Unsaved[] {
  const names = new Map(get().people.map(({ teacherId, name }) => [teacherId, name]))
  return [...statuses].map(([teacherId, status]) => ({
    lessonId,
    teacherId,
    name: names.get(teacherId) ?? '',
    status,
  }))
}

/** The clerk has read which marks were lost. */
export function forgetUnsaved(): void {
  set({ unsaved: [] })
}

/** Says what became of a key; answers the turn by which it can be confirmed. */
export function tell(outcome: Pick<Outcome, 'kind'> & Partial<Omit<Outcome, 'turn'>>): number {
  const turn = ++turns
  set({ outcome: { ...noOutcome, ...outcome, turn } })
  return turn
}

/** What was told as wanted is stored, unless something else has been told since. */
export function confirm(turn: number): void {
  set(({ outcome }) => (outcome.turn === turn ? { outcome: { ...outcome, saving: false } } : {}))
}

export function isConnected(): boolean {
  return useConnection.getState().state === 'open'
}

/** Reads the attendance anew; marks that it does not hold yet stay over it. */
export async function readTable(today: string): Promise<void> {
  const { sessionId, overlays } = get()
  const known = new Set(overlays.filter(({ stored }) => stored).map(({ key }) => key))
  await read(sessionId, async () => {
    const table = await client.attendance.table({ sessionId })
    return (state) => ({
      table,
      people: peopleOf(table.rows, state.numbers),
      lessonId: hasLesson(table, state.lessonId)
        ? state.lessonId
        : (lessonToCall(table, today)?.id ?? ''),
      overlays: state.overlays.filter(({ key }) => !known.has(key)),
    })
  })
}

function hasLesson({ lessons }: AttendanceTable, lessonId: string): boolean {
  return lessons.some(({ id }) => id === lessonId)
}

/** Only a scanner needs the whole numbers; without them names and last digits still work. */
export async function readNumbers(sessionId: string): Promise<void> {
  await read(sessionId, async () => {
    const { learners } = await client.roster.list({ sessionId })
    const numbers = new Map(learners.map(({ teacherId, docNo }) => [teacherId, docNo]))
    return ({ table }) => ({ numbers, people: peopleOf(table?.rows ?? [], numbers) })
  })
}

/** Who stands before the desk may be on the roster, only not taken from it yet. */
export async function readHeld(sessionId: string): Promise<void> {
  await read(sessionId, async () => {
    const asked = await client.roster.held({ sessionId, language: currentLanguage() })
    const held = await heldPeopleOf(asked.held)
    return () => ({ held })
  })
}

async function read(
  sessionId: string,
  ask: () => Promise<(state: RollCall) => Partial<RollCall>>,
): Promise<void> {
  try {
    const change = await ask()
    if (get().sessionId === sessionId) set(change)
  } catch (error) {
    // The line below the box says that the connection is lost; its return reads everything again.
    if (!(error instanceof NotConnectedError)) set({ refusal: refusalOrUnexpected(error) })
  }
}
