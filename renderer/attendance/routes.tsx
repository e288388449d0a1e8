import type { PageRoute } from '#renderer/sessions/routes'
import { OverviewPage } from './OverviewPage.tsx'
import { RollCallPage } from './RollCallPage.tsx'

export const attendanceRoutes: readonly PageRoute[] = [
  { path: '/sessions/:sessionId', component: OverviewPage },
  { path: '/sessions/:sessionId/roll-call', component: RollCallPage },
  { path: '/sessions/:sessionId/roll-call/:lessonId', component: RollCallPage },
]
