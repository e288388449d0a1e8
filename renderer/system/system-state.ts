import { create } from 'zustand'
import type { Refusal } from '#shared/core/result'
import type { State } from '#shared/system/contract'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { client } from '#renderer/rpc'

interface SystemState {
  /** What the core said last; null until it has said anything. */
  readonly state: State | null
  readonly refusal: Refusal | null
}

export const useSystem = create<SystemState>(() => ({ state: null, refusal: null }))

/** Asks the core where it stands, and tells tests and the shell that the window can be used. */
export async function loadState(): Promise<void> {
  try {
    useSystem.setState({ state: await client.system.state(), refusal: null })
    document.documentElement.dataset['ready'] = 'true'
  } catch (error) {
    useSystem.setState({ refusal: refusalOrUnexpected(error) })
  }
}

/** Locks the vault; the screen to unlock it follows. */
export async function lockVault(): Promise<void> {
  await client.vault.lock()
  await loadState()
}

/** Opens the vault for a user of this laptop; the refusal when the core says no. */
export async function unlockVault(user: string, password: string): Promise<Refusal | null> {
  try {
    await client.vault.unlock({ user, password })
  } catch (error) {
    return refusalOrUnexpected(error)
  }
  await loadState()
  return null
}
