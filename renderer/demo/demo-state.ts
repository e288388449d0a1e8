import { create } from 'zustand'
import type { Refusal } from '#shared/core/result'
import type { Demo } from '#shared/demo/contract'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { runWork, type Progress } from '#renderer/ipc/run-work'
import { client } from '#renderer/rpc'

interface DemoState {
  readonly progress: Progress | null
  readonly made: Demo | null
  readonly refusal: Refusal | null
  readonly controller: AbortController | null
}

const idle: DemoState = { progress: null, made: null, refusal: null, controller: null }

export const useDemo = create<DemoState>(() => idle)

/** Makes and opens the demonstration vault; true when it is open. */
export async function openDemo(): Promise<boolean> {
  const controller = new AbortController()
  const { signal } = controller
  useDemo.setState({ ...idle, controller, progress: { step: 'reading', done: 0, of: 0 } })
  try {
    const made = await runWork(
      client.demo.open({}, { signal }),
      (progress) => {
        useDemo.setState({ progress })
      },
      signal,
    )
    useDemo.setState({ ...idle, made })
    return true
  } catch (error) {
    useDemo.setState({ ...idle, refusal: refusalOrUnexpected(error) })
    return false
  }
}

/** Stops the making of the demonstration; the real vault was never part of it. */
export function cancelDemo(): void {
  useDemo.getState().controller?.abort()
}

/** Goes back to the school's own vault, which is locked then; true when the core has done it. */
export async function leaveDemo(): Promise<boolean> {
  try {
    await client.demo.leave()
    useDemo.setState(idle)
    return true
  } catch (error) {
    useDemo.setState({ ...idle, refusal: refusalOrUnexpected(error) })
    return false
  }
}
