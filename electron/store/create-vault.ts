import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ok, refuse, type Result } from '#shared/core/result'
import { applyChanges, type Change, type Occasion } from './apply-changes.ts'
import { openWritable, type WritableDb } from './driver.ts'
import { genesis } from './journal.ts'
import {
  formatRecoveryKey,
  sealForRecovery,
  sealForUser,
  subKey,
  type RandomBytes,
} from './keys.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { flushFolder, readVaultFile, writeVaultFile } from './vault-file.ts'

export interface NewVault {
  readonly folder: string
  readonly org: string
  readonly demo: boolean
  readonly admin: { readonly id: string; readonly name: string; readonly password: string }
  readonly random: RandomBytes
  /** The first records; a vault that is broken off before them is never there at all. */
  readonly occasion: Occasion
  readonly changes: readonly Change[]
}

/** Makes a vault in a folder that is missing or empty. Answers the recovery key, which is kept nowhere. */
export async function createVault(
  wanted: NewVault,
): Promise<
  Result<{ readonly vaultId: string; readonly replicaId: string; readonly recoveryKey: string }>
> {
  const { folder, random } = wanted
  if (readVaultFile(folder).state !== 'missing') return refuse('vault-exists', { folder })
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return refuse('folder-not-empty', { folder })
  const [vaultId, replicaId] = [newId(random), newId(random)]
  const [replicaKey, recovery] = [random(32), random(16)]
  // Built beside its place and moved there whole: a crash leaves no half vault that looks like one.
  const beside = `${folder}.new-${replicaId.slice(0, 8)}`
  mkdirSync(dirname(folder), { recursive: true })
  for (const part of ['', 'blobs', 'backups', 'outbox'])
    mkdirSync(join(beside, part), { recursive: true, mode: 0o700 })
  try {
    firstRows(openWritable(join(beside, 'data.db'), subKey(replicaKey, 'database'), true), {
      vaultId,
      replicaId,
      wanted,
    })
    chmodSync(join(beside, 'data.db'), 0o600)
    const envelopes = [
      await sealForUser(wanted.admin, replicaKey, random),
      sealForRecovery(recovery, replicaKey, random),
    ]
    writeVaultFile(beside, { vaultId, org: wanted.org, demo: wanted.demo, envelopes }, replicaKey)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(beside, folder)
    flushFolder(dirname(folder))
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  return ok({ vaultId, replicaId, recoveryKey: formatRecoveryKey(recovery) })
}

function firstRows(
  db: WritableDb,
  { vaultId, replicaId, wanted }: { vaultId: string; replicaId: string; wanted: NewVault },
): void {
  try {
    migrate(db, migrations)
    db.prepare('INSERT INTO replica VALUES (?, 1, 0, ?, 0, 0)').run(
      replicaId,
      genesis(vaultId, replicaId),
    )
    const keep = db.prepare('INSERT INTO secret VALUES (?, ?)')
    keep.run('id', Buffer.from(wanted.random(32)))
    keep.run('school-key-1', Buffer.from(wanted.random(32)))
    const writer = { db, replicaId, derivers: [], onCommit: () => undefined }
    applyChanges(writer, wanted.occasion, wanted.changes)
  } finally {
    db.close()
  }
}

function newId(random: RandomBytes): string {
  return Buffer.from(random(16)).toString('hex')
}
