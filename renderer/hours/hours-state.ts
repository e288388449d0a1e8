import { create } from 'zustand'
import type { Refusal } from '#shared/core/result'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { client } from '#renderer/rpc'

interface Registering {
  readonly sessionId: string
  readonly working: boolean
  readonly done: { readonly entries: number; readonly total: number } | null
  readonly refusal: Refusal | null
}

const idle: Registering = { sessionId: '', working: false, done: null, refusal: null }

export const useRegistering = create<Registering>(() => idle)

/** Writes the computed hours of a session into the ledger. */
export async function registerHours(sessionId: string): Promise<void> {
  useRegistering.setState({ ...idle, sessionId, working: true })
  try {
    const done = await client.hours.register({ sessionId })
    useRegistering.setState({ ...idle, sessionId, done })
  } catch (error) {
    useRegistering.setState({ ...idle, sessionId, refusal: refusalOrUnexpected(error) })
  }
}
