import { attendanceContract, presenceContract } from '#shared/attendance/contract'
import { demoContract } from '#shared/demo/contract'
import { exportsContract } from '#shared/exports/contract'
import { hoursContract } from '#shared/hours/contract'
import { peopleContract } from '#shared/people/contract'
import { planContract } from '#shared/plan/contract'
import { rosterContract, sessionsContract } from '#shared/sessions/contract'
import { searchContract } from '#shared/search/contract'
import { systemContract } from '#shared/system/contract'
import { vaultContract } from '#shared/vault/contract'

/** Everything that a window, a browser or a terminal may ask the core. */
export const contract = {
  system: systemContract,
  vault: vaultContract,
  plan: planContract,
  sessions: sessionsContract,
  roster: rosterContract,
  people: peopleContract,
  search: searchContract,
  presence: presenceContract,
  attendance: attendanceContract,
  hours: hoursContract,
  exports: exportsContract,
  demo: demoContract,
}
export type Contract = typeof contract
