import { create } from 'zustand'
import type { Refusal } from '#shared/core/result'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { go } from '#renderer/route'
import { client } from '#renderer/rpc'
import { hoursOf } from './new-session-view.ts'
import { tabPath } from './sessions-view.ts'

export interface NewSession {
  readonly year: number
  readonly project: number
  readonly name: string
  /** A name that the clerk wrote is never replaced by a proposal. */
  readonly isOwnName: boolean
  readonly from: string
  readonly to: string
  readonly lessons: 'half-day' | 'none'
  /** As typed: what is no number stays in sight until it is mended. */
  readonly hours: string
  readonly place: string
  readonly refusal: Refusal | null
  readonly saving: boolean
}

/** 学时 of a half-day as the terminal's guide and the given plan have it; the clerk may change it. */
const hoursOfHalfDay = '4'

const blank: NewSession = {
  year: 0,
  project: 0,
  name: '',
  isOwnName: false,
  from: '',
  to: '',
  lessons: 'half-day',
  hours: hoursOfHalfDay,
  place: '',
  refusal: null,
  saving: false,
}

export const useNewSession = create<NewSession>(() => blank)

export function startNewSession(year: number, project: number): void {
  useNewSession.setState({ ...blank, year, project })
}

export async function createSession(): Promise<void> {
  const { year, project, name, from, to, lessons, hours, place } = useNewSession.getState()
  useNewSession.setState({ saving: true, refusal: null })
  try {
    const { id } = await client.sessions.create({
      year,
      project,
      name,
      from,
      to,
      lessons,
      hours: hoursOf(hours) ?? 0,
      place,
    })
    useNewSession.setState(blank)
    go(tabPath(id, 'overview'))
  } catch (error) {
    useNewSession.setState({ saving: false, refusal: refusalOrUnexpected(error) })
  }
}
