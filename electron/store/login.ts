import { timingSafeEqual } from 'node:crypto'
import { ok, refuse, type Result } from '#shared/core/result'
import {
  openByPassword,
  openByRecovery,
  sealForUser,
  subKey,
  type Envelope,
  type RandomBytes,
} from './keys.ts'
import { isSealIntact, readVaultFile, writeVaultFile, type VaultFile } from './vault-file.ts'
import type { Vault } from './vault.ts'

/** Why a folder's vault.json cannot be used, as a refusal. */
export function refuseFile(
  state: 'missing' | 'damaged' | 'too-new',
  folder: string,
): Result<never> {
  switch (state) {
    case 'missing':
      return refuse('no-vault', { folder })
    case 'too-new':
      return refuse('vault-too-new', { folder })
    case 'damaged':
      return refuse('vault-damaged', { what: 'vault.json' })
  }
}

/**
 * A second login to a vault that is open already: the password must open an envelope that holds
 * this vault's own key, in a vault.json that carries its seal.
 */
export async function loginToOpen(
  vault: Vault,
  login: { readonly user: string; readonly password: string },
): Promise<Result<{ readonly userId: string }>> {
  const read = readVaultFile(vault.folder)
  if (read.state !== 'ok') return refuseFile(read.state, vault.folder)
  const opened = await openEnvelope(read.file, login)
  if (!opened.ok) return opened
  const { userId, replicaKey } = opened.value
  const isOwn = timingSafeEqual(subKey(replicaKey, 'database'), vault.databaseKey)
  return isOwn && isSealIntact(read.file, replicaKey)
    ? ok({ userId })
    : refuse('vault-damaged', { what: 'vault.json' })
}

/**
 * Gives a user a new password by the recovery key; vault.json is written anew, whole or not at all.
 * Refuses `wrong-recovery-key`, `unknown-user` and what `openVault` refuses of a damaged file.
 */
export async function resetPassword(
  folder: string,
  reset: { readonly recoveryKey: string; readonly user: string; readonly password: string },
  random: RandomBytes,
): Promise<Result<{ readonly userId: string }>> {
  const read = readVaultFile(folder)
  if (read.state !== 'ok') return refuseFile(read.state, folder)
  const { envelopes, vaultId, org, demo } = read.file
  const recovery = envelopes.find((e) => e.kind === 'recovery')
  const replicaKey = recovery ? openByRecovery(recovery, reset.recoveryKey) : null
  if (!replicaKey) return refuse('wrong-recovery-key')
  if (!isSealIntact(read.file, replicaKey)) return refuse('vault-damaged', { what: 'vault.json' })
  const known = envelopeOf(read.file, reset.user)
  if (!known) return refuse('unknown-user', { user: reset.user })
  const user = { id: known.userId, name: known.name, password: reset.password }
  const sealed = await sealForUser(user, replicaKey, random)
  const renewed = envelopes.map((e) => (e === known ? sealed : e))
  writeVaultFile(folder, { vaultId, org, demo, envelopes: renewed }, replicaKey)
  return ok({ userId: known.userId })
}

/** The envelope of a user by name or id; '' means the first administrator. */
function envelopeOf(file: VaultFile, user: string): Extract<Envelope, { kind: 'user' }> | null {
  const users = file.envelopes.filter((e) => e.kind === 'user')
  const found = user === '' ? users[0] : users.find((e) => e.name === user || e.userId === user)
  return found ?? null
}

/** The key that a password opens in a vault.json, as yet unproven. */
export async function openEnvelope(
  file: VaultFile,
  login: { readonly user: string; readonly password: string },
): Promise<Result<{ readonly userId: string; readonly replicaKey: Uint8Array }>> {
  const envelope = envelopeOf(file, login.user)
  if (!envelope) return refuse('unknown-user', { user: login.user })
  const replicaKey = await openByPassword(envelope, login.password)
  return replicaKey
    ? ok({ userId: envelope.userId, replicaKey })
    : refuse('wrong-password', { user: envelope.name })
}
