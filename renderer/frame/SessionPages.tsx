import type { ReactNode } from 'react'
import { attendanceRoutes } from '#renderer/attendance/routes'
import { exportRoutes } from '#renderer/exports/routes'
import { hoursRoutes } from '#renderer/hours/routes'
import { useRoute } from '#renderer/route'
import { sessionRoutes } from '#renderer/sessions/routes'
import { matchRoute } from './match-route.ts'

interface SessionPagesProps {
  /** What is shown for a place that no page claims. */
  readonly fallback: ReactNode
}

const routes = [...sessionRoutes, ...attendanceRoutes, ...hoursRoutes, ...exportRoutes]

/** The screens of the sessions, their roll-call, hours and exports. */
export function SessionPages({ fallback }: SessionPagesProps) {
  const found = matchRoute(routes, useRoute())
  if (!found) return fallback
  const Found = found.component
  return <Found />
}
