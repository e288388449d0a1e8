import type { Verified } from '#shared/vault/contract'
import { os, refuseInDryRun, vaultOf, type Context } from '#electron/context'
import { refuseWith, valueOf } from '#electron/ipc/refusals'
import type { Checked } from '#electron/store/verify'
import { makeVault } from './new-vault.ts'
import { userById, type StoredUser } from './users.ts'

export const vaultHandlers = {
  create: os.vault.create.handler(({ input, context }) =>
    makeVault(context, { ...input, demo: false }),
  ),
  unlock: os.vault.unlock.handler(({ input, context }) => logIn(context, input)),
  recover: os.vault.recover.handler(async ({ input, context }) => {
    refuseInDryRun(context)
    const { userId } = valueOf(await context.desk.recover(input))
    return logIn(context, { user: userId, password: input.password })
  }),
  lock: os.vault.lock.handler(async ({ context }) => {
    vaultOf(context)
    refuseInDryRun(context)
    await context.desk.lock()
    return { locked: true as const }
  }),
  verify: os.vault.verify.handler(({ context }) => verify(context)),
}

async function logIn(
  context: Context,
  login: { readonly user: string; readonly password: string },
): Promise<{ user: StoredUser }> {
  const { desk, connection } = context
  const { userId } = valueOf(await desk.unlock(login))
  const vault = desk.vault() ?? refuseWith('vault-locked', { folder: desk.folder() })
  const user = userById(vault.db, userId) ?? refuseWith('unknown-user', { user: login.user })
  connection.login = { userId, opening: desk.opening() }
  return { user }
}

function verify(context: Context): Verified {
  const vault = vaultOf(context)
  const checked = vault.check()
  const { integrity, foreignKeys, journal, rows } = checked
  return {
    ok: isSound(checked),
    replicaId: vault.replicaId,
    integrity,
    foreignKeys,
    journal: { ...journal, faults: [...journal.faults] },
    rows: { ...rows, faults: [...rows.faults] },
    blobs: { checked: 0, bad: [] },
  }
}

function isSound({ integrity, foreignKeys, journal, rows }: Checked): boolean {
  const isWhole = integrity === 'ok' && foreignKeys === 'ok'
  return isWhole && journal.chainOk && rows.faults.length === 0
}
