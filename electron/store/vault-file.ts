import { hash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { sameSeal, sealText, subKey, type Envelope } from './keys.ts'

/** The layout of vault.json that this version writes and reads. */
const format = 1

const kdfSchema = z.object({
  name: z.literal('scrypt'),
  // Bounds keep a tampered file from eating the laptop's memory before the seal can be checked.
  N: z
    .number()
    .int()
    .min(2 ** 10)
    .max(2 ** 20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  salt: z.base64(),
})

const envelopeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('user'),
    userId: z.string(),
    name: z.string(),
    kdf: kdfSchema,
    sealed: z.base64(),
  }),
  z.object({ kind: z.literal('recovery'), salt: z.base64(), sealed: z.base64() }),
])

const vaultFileSchema = z.object({
  format: z.number().int(),
  vaultId: z.string(),
  /** Shown before anybody has logged in; no secret. */
  org: z.string(),
  demo: z.boolean(),
  envelopes: z.array(envelopeSchema),
  seal: z.string(),
})

/** What a later format must still say, so that this version can name it. */
const anyFormatSchema = z.object({ format: z.number().int() })

export type VaultFile = Omit<z.infer<typeof vaultFileSchema>, 'envelopes'> & {
  readonly envelopes: readonly Envelope[]
}
export type VaultFileRead =
  | { readonly state: 'ok'; readonly file: VaultFile }
  | { readonly state: 'missing' }
  | { readonly state: 'damaged' }
  | { readonly state: 'too-new' }

export function vaultFilePath(folder: string): string {
  return join(folder, 'vault.json')
}

/**
 * Reads vault.json without any key; its seal is checked once the replica key is known. The checksum
 * needs no key: a byte that a bad disk changed is damage, and not a wrong password.
 */
export function readVaultFile(folder: string): VaultFileRead {
  let bytes: Buffer
  try {
    bytes = readFileSync(vaultFilePath(folder))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { state: 'missing' }
    throw error
  }
  const content = bytes.subarray(0, -tailLength)
  if (!bytes.subarray(-tailLength).equals(tailOf(content))) return { state: 'damaged' }
  const known = jsonOrNull(bytes.toString('utf8'))
  const anyFormat = anyFormatSchema.safeParse(known)
  if (anyFormat.success && anyFormat.data.format > format) return { state: 'too-new' }
  const parsed = vaultFileSchema.safeParse(known)
  if (!parsed.success) return { state: 'damaged' }
  return { state: 'ok', file: parsed.data }
}

/** Writes vault.json whole or not at all: a new file, flushed, then renamed over the old one. */
export function writeVaultFile(
  folder: string,
  file: Omit<VaultFile, 'seal' | 'format'>,
  key: Uint8Array,
): void {
  const body = { format, ...file }
  const sealed: VaultFile = { ...body, seal: sealText(subKey(key, 'vault.json'), bodyText(body)) }
  const content = Buffer.from(JSON.stringify(sealed, null, 2).slice(0, -2))
  writeWhole(vaultFilePath(folder), Buffer.concat([content, tailOf(content)]))
}

/** Was vault.json written by someone who has the replica key, and not changed since? */
export function isSealIntact(file: VaultFile, key: Uint8Array): boolean {
  const { seal, ...body } = file
  return sameSeal(seal, sealText(subKey(key, 'vault.json'), bodyText(body)))
}

/** Replaces a file so that a power cut leaves the old or the new one, never a half. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.new`
  const handle = openSync(beside, 'w', 0o600)
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, path)
  flushFolder(dirname(path))
}

/** Makes a rename survive a power cut; Windows does that by itself and cannot open folders. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The end of the file in every format: the checksum of all bytes before it. */
function tailOf(content: Uint8Array): Buffer {
  return Buffer.from(`,\n  "checksum": "${hash('sha256', content)}"\n}\n`)
}

const tailLength = tailOf(new Uint8Array(0)).length

function bodyText(body: Omit<VaultFile, 'seal'>): string {
  const { format: version, vaultId, org, demo, envelopes } = body
  return JSON.stringify([version, vaultId, org, demo, envelopes])
}

function jsonOrNull(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    // Not JSON: the schema refuses null with the right name.
    return null
  }
}
