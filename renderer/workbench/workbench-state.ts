import type { ListedProject } from '#shared/plan/contract'
import type { ListedSession, ShownSession } from '#shared/sessions/contract'
import { shownYear } from '#renderer/plan/plan-view'
import { client } from '#renderer/rpc'

export interface Desk {
  readonly today: string
  /** The year whose plan is shown: this one, or the latest that has a plan. */
  readonly year: number
  readonly sessions: readonly ListedSession[]
  /** The sessions that run today, with their lessons. */
  readonly running: readonly ShownSession[]
  readonly projects: readonly ListedProject[]
}

/** Everything that the workbench shows, as it stands on a school date. */
export async function readDesk(today: string, signal: AbortSignal): Promise<Desk> {
  const [{ sessions }, { years }] = await Promise.all([
    client.sessions.list(undefined, { signal }),
    client.plan.years(undefined, { signal }),
  ])
  const year = shownYear(undefined, years, Number(today.slice(0, 4)))
  const { projects } = await client.plan.list({ year }, { signal })
  const running = await Promise.all(
    sessions
      .filter(({ from, to }) => from <= today && today <= to)
      .map(({ id }) => client.sessions.show({ sessionId: id }, { signal })),
  )
  return { today, year, sessions, running, projects }
}
