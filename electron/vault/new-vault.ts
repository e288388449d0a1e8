import type { Context } from '#electron/context'
import { valueOf } from '#electron/ipc/refusals'
import { settingChange } from '#electron/store/settings'
import { userChange } from './users.ts'

interface Wanted {
  readonly org: string
  readonly region: string
  readonly admin: string
  readonly password: string
  readonly demo: boolean
}

/**
 * Makes a vault with its school and its first administrator, opens it and logs him in here. All
 * that is written before the vault stands in its place: a vault without a user would be shut for ever.
 */
export async function makeVault(
  { desk, connection, newId, now }: Context,
  wanted: Wanted,
): Promise<{ vaultId: string; replicaId: string; recoveryKey: string }> {
  const { org, region, password, demo } = wanted
  const admin = { id: newId(), name: wanted.admin, password }
  const created = await desk.create({
    org,
    admin,
    demo,
    occasion: { userId: admin.id, at: now(), purpose: 'vault.create' },
    changes: [
      settingChange('org', org),
      settingChange('region', region),
      userChange(admin, 'academic'),
    ],
  })
  const answer = valueOf(created)
  const { userId } = valueOf(await desk.unlock({ user: admin.id, password }))
  connection.login = { userId, opening: desk.opening() }
  return answer
}
