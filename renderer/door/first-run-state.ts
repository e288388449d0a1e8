import { create } from 'zustand'
import type { Refusal } from '#shared/core/result'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { client } from '#renderer/rpc'
import { loadState } from '#renderer/system/system-state'
import { groupsOf, type AdminDraft, type SchoolDraft } from './first-run-view.ts'

export const firstRunSteps = ['school', 'admin', 'key', 'start'] as const
export type FirstRunStep = (typeof firstRunSteps)[number]

interface FirstRunState extends SchoolDraft, AdminDraft {
  /** Null when there is nothing to set up. */
  readonly step: FirstRunStep | null
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly recoveryKey: string
  /** Which group of the key is asked back; null while the key is shown. */
  readonly asked: number | null
}

const blank: FirstRunState = {
  step: null,
  busy: false,
  refusal: null,
  recoveryKey: '',
  asked: null,
  org: '',
  region: '',
  admin: '',
  password: '',
  again: '',
}

export const useFirstRun = create<FirstRunState>(() => blank)

/** Takes what was typed. */
export function fill(draft: Partial<SchoolDraft & AdminDraft>): void {
  useFirstRun.setState({ ...draft, refusal: null })
}

export function goToStep(step: FirstRunStep): void {
  useFirstRun.setState({ step, refusal: null })
}

/** Makes the vault and shows its recovery key; a refusal stays on the administrator's card. */
export async function createVault(): Promise<void> {
  const { org, region, admin, password } = useFirstRun.getState()
  useFirstRun.setState({ busy: true, refusal: null })
  try {
    const { recoveryKey } = await client.vault.create({ org, region, admin, password })
    // The password has served; the key has to be copied before the window forgets it too.
    useFirstRun.setState({ busy: false, step: 'key', recoveryKey, password: '', again: '' })
  } catch (error) {
    useFirstRun.setState({ busy: false, refusal: refusalOrUnexpected(error) })
  }
}

/** Hides the key and asks for one of its groups. */
export function askBack(): void {
  const count = groupsOf(useFirstRun.getState().recoveryKey).length
  useFirstRun.setState({ asked: Math.floor(Math.random() * count) })
}

export function showKeyAgain(): void {
  useFirstRun.setState({ asked: null })
}

/** The key is on paper: forget it and offer the first work. */
export async function keyIsSafe(): Promise<void> {
  useFirstRun.setState({ step: 'start', recoveryKey: '', asked: null })
  await loadState()
}

/** Leaves the first run for the desk. */
export function leaveFirstRun(): void {
  useFirstRun.setState(blank, true)
}
