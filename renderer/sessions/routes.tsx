import type { ComponentType } from 'react'
import { LaterTab } from './LaterTab.tsx'
import { LearnersPage } from './LearnersPage.tsx'
import { LessonsPage } from './LessonsPage.tsx'
import { NewSessionPage } from './NewSessionPage.tsx'
import { SessionsPage } from './SessionsPage.tsx'
import { laterTabs } from './sessions-view.ts'

/**
 * A place and its page: `:name` stands for any one part. The roll-call, the overview and the hours
 * of a session know more than this folder may: see attendanceRoutes, hoursRoutes, exportRoutes.
 */
export interface PageRoute {
  readonly path: string
  readonly component: ComponentType
}

export const sessionRoutes: readonly PageRoute[] = [
  { path: '/sessions', component: SessionsPage },
  { path: '/sessions/new', component: NewSessionPage },
  { path: '/sessions/:sessionId/learners', component: LearnersPage },
  { path: '/sessions/:sessionId/lessons', component: LessonsPage },
  ...laterTabs.map((tab) => ({
    path: `/sessions/:sessionId/${tab}`,
    component: () => <LaterTab tab={tab} />,
  })),
]
