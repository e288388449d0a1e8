import type { PageRoute } from '#renderer/sessions/routes'
import { HoursCardPage } from './HoursCardPage.tsx'

export const hoursRoutes: readonly PageRoute[] = [
  { path: '/hours', component: HoursCardPage },
  { path: '/hours/:teacherId', component: HoursCardPage },
]
