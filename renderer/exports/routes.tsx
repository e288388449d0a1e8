import type { PageRoute } from '#renderer/sessions/routes'
import { SessionHoursPage } from './SessionHoursPage.tsx'

export const exportRoutes: readonly PageRoute[] = [
  { path: '/sessions/:sessionId/hours', component: SessionHoursPage },
]
