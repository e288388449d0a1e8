import { create } from 'zustand'
import type { Refusal } from '#shared/core/result'
import type { State } from '#shared/system/contract'
import { NotConnectedError } from '#renderer/ipc/line'
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
    // The bar says that the connection is lost, and its return asks again.
    if (error instanceof NotConnectedError) return
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
  return enter(() => client.vault.unlock({ user, password }))
}

/** Sets a user's new password by the recovery key and logs in; the refusal when the core says no. */
export async function recoverVault(draft: {
  readonly recoveryKey: string
  readonly user: string
  readonly password: string
}): Promise<Refusal | null> {
  return enter(() => client.vault.recover(draft))
}

async function enter(ask: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await ask()
  } catch (error) {
    return refusalOrUnexpected(error)
  }
  await loadState()
  return null
}
