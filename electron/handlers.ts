import { attendanceHandlers, presenceHandlers } from '#electron/attendance/handlers'
import { os } from '#electron/context'
import { demoHandlers } from '#electron/demo/handlers'
import { exportsHandlers } from '#electron/exports/handlers'
import { hoursHandlers } from '#electron/hours/handlers'
import { overviewHandlers } from '#electron/overview/handlers'
import { peopleHandlers } from '#electron/people/handlers'
import { planHandlers } from '#electron/plan/handlers'
import { sessionsHandlers } from '#electron/sessions/handlers'
import { rosterHandlers } from '#electron/sessions/roster-handlers'
import { searchHandlers } from '#electron/search/handlers'
import { systemHandlers } from '#electron/system/handlers'
import { vaultHandlers } from '#electron/vault/handlers'

/** Every procedure of the contract with its handler; one without does not compile. */
export const router = os.router({
  system: systemHandlers,
  vault: vaultHandlers,
  plan: planHandlers,
  sessions: { ...sessionsHandlers, ...overviewHandlers },
  roster: rosterHandlers,
  people: peopleHandlers,
  search: searchHandlers,
  presence: presenceHandlers,
  attendance: attendanceHandlers,
  hours: hoursHandlers,
  exports: exportsHandlers,
  demo: demoHandlers,
})
