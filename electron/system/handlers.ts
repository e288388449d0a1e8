import type { State } from '#shared/system/contract'
import { lastClaimedTime } from '#electron/attendance/store'
import { os, userIdOf, type Context } from '#electron/context'
import { settingOf } from '#electron/store/settings'
import type { Vault } from '#electron/store/vault'
import type { VaultFile } from '#electron/store/vault-file'
import { userById } from '#electron/vault/users'
import { version } from '#electron/version'
import { tablesChanged } from './changes.ts'
import { findings } from './doctor.ts'

export const systemHandlers = {
  state: os.system.state.handler(({ context }) => stateOf(context)),
  changes: os.system.changes.handler(({ context, signal }) => tablesChanged(context.desk, signal)),
  doctor: os.system.doctor.handler(({ context }) => ({ findings: findings(context) })),
}

function stateOf(context: Context): State {
  const { desk, connection } = context
  const vault = desk.vault()
  const user = vault ? userById(vault.db, userIdOf(context)) : null
  const closed = desk.exists() ? 'locked' : 'none'
  return {
    ...fromFile(desk.file()),
    ...(vault && user ? fromVault(vault) : { region: '', replicaId: '', lastEventAt: '' }),
    vault: user ? 'open' : closed,
    user,
    version,
    host: connection.host,
    now: context.now(),
  }
}

/** What may be shown before anybody has logged in. */
function fromFile(file: VaultFile | null): Pick<State, 'demo' | 'org' | 'vaultId' | 'users'> {
  if (!file) return { demo: false, org: '', vaultId: '', users: [] }
  const { demo, org, vaultId, envelopes } = file
  const users = envelopes.flatMap((e) =>
    e.kind === 'user' ? [{ id: e.userId, name: e.name }] : [],
  )
  return { demo, org, vaultId, users }
}

function fromVault(vault: Vault): Pick<State, 'region' | 'replicaId' | 'lastEventAt'> {
  return {
    region: settingOf(vault.db, 'region'),
    replicaId: vault.replicaId,
    lastEventAt: lastClaimedTime(vault.db),
  }
}
