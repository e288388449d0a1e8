import type { ListedProject } from '#shared/plan/contract'
import type { ListedSession, ShownSession } from '#shared/sessions/contract'
import { client } from '#renderer/rpc'

export interface Desk {
  readonly today: string
  readonly sessions: readonly ListedSession[]
  /** The sessions that run today, with their lessons. */
  readonly running: readonly ShownSession[]
  readonly projects: readonly ListedProject[]
}

/** Everything that the workbench shows, as it stands on a school date. */
export async function readDesk(today: string, signal: AbortSignal): Promise<Desk> {
  const [{ sessions }, { projects }] = await Promise.all([
    client.sessions.list(undefined, { signal }),
    client.plan.list({ year: Number(today.slice(0, 4)) }, { signal }),
  ])
  const running = await Promise.all(
    sessions
      .filter(({ from, to }) => from <= today && today <= to)
      .map(({ id }) => client.sessions.show({ sessionId: id }, { signal })),
  )
  return { today, sessions, running, projects }
}
