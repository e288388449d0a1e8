import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { base32crockford } from '@scure/base'

/** Makes n random bytes; an argument wherever chance is needed. */
export type RandomBytes = (n: number) => Uint8Array

/** OWASP's recommended scrypt cost: N = 2^17, r = 8, p = 1 (128 MB, some 0.4 s). */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const

export interface PasswordKdf {
  readonly name: 'scrypt'
  readonly N: number
  readonly r: number
  readonly p: number
  readonly salt: string
}

/** A key that only a password or the recovery key opens. */
export type Envelope =
  | {
      readonly kind: 'user'
      readonly userId: string
      readonly name: string
      readonly kdf: PasswordKdf
      readonly sealed: string
    }
  | { readonly kind: 'recovery'; readonly salt: string; readonly sealed: string }

/** A key for one purpose, made from the replica key. */
export function subKey(replicaKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', replicaKey, new Uint8Array(0), `xuncheng ${purpose}`, 32),
  )
}

/** Wraps the replica key by a user's password. */
export async function sealForUser(
  user: { readonly id: string; readonly name: string; readonly password: string },
  replicaKey: Uint8Array,
  random: RandomBytes,
): Promise<Envelope> {
  const kdf: PasswordKdf = { name: 'scrypt', ...cost, salt: toText(random(16)) }
  const key = await passwordKey(user.password, kdf)
  const sealed = seal(key, replicaKey, `user ${user.id}`, random)
  return { kind: 'user', userId: user.id, name: user.name, kdf, sealed }
}

/** Wraps the replica key by the printed recovery key. */
export function sealForRecovery(
  recovery: Uint8Array,
  replicaKey: Uint8Array,
  random: RandomBytes,
): Envelope {
  const salt = random(16)
  const key = recoveryKeyKey(recovery, salt)
  return { kind: 'recovery', salt: toText(salt), sealed: seal(key, replicaKey, 'recovery', random) }
}

/** The replica key, or null when the password is not the one. */
export async function openByPassword(
  envelope: Extract<Envelope, { kind: 'user' }>,
  password: string,
): Promise<Uint8Array | null> {
  const key = await passwordKey(password, envelope.kdf)
  return unseal(key, envelope.sealed, `user ${envelope.userId}`)
}

/** The replica key, or null when the typed recovery key is not the one, or mistyped. */
export function openByRecovery(
  envelope: Extract<Envelope, { kind: 'recovery' }>,
  typed: string,
): Uint8Array | null {
  const recovery = readRecoveryKey(typed)
  if (!recovery) return null
  const key = recoveryKeyKey(recovery, Buffer.from(envelope.salt, 'base64'))
  return unseal(key, envelope.sealed, 'recovery')
}

/** The bits behind a typed recovery key; null when its check byte says that it was mistyped. */
function readRecoveryKey(typed: string): Uint8Array | null {
  // The alphabet has no I, L and O: what looks like them is read as what was meant.
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  if (!/^[0-9A-HJKMNP-TV-Z]{28}$/.test(letters)) return null
  const bytes = Buffer.from(base32crockford.decode(letters))
  const recovery = bytes.subarray(0, 16)
  return hash('sha256', recovery, 'buffer')[0] === bytes[16] ? recovery : null
}

/** 128 random bits and a check byte as seven groups of four letters and digits, none easily confused. */
export function formatRecoveryKey(recovery: Uint8Array): string {
  const check = hash('sha256', recovery, 'buffer').subarray(0, 1)
  const letters = base32crockford.encode(Buffer.concat([recovery, check])).replaceAll('=', '')
  return letters.match(/.{1,4}/g)?.join('-') ?? ''
}

/** A keyed hash of a text as 32 hexadecimal digits: ids that nobody can turn back into a number. */
export function derivedId(secret: Uint8Array, table: string, key: readonly string[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([table, ...key]))
    .digest('hex')
    .slice(0, 32)
}

/** A keyed seal over a text. */
export function sealText(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64')
}

export function sameSeal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function passwordKey(password: string, kdf: PasswordKdf): Promise<Uint8Array> {
  const { N, r, p } = kdf
  const options = { N, r, p, maxmem: 256 * N * r }
  return new Promise((resolve, reject) => {
    // One password typed on two keyboards must be one text.
    scrypt(
      password.normalize('NFKC'),
      Buffer.from(kdf.salt, 'base64'),
      32,
      options,
      (error, key) => {
        if (error) reject(error)
        else resolve(key)
      },
    )
  })
}

function recoveryKeyKey(recovery: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', recovery, salt, 'xuncheng recovery', 32))
}

function seal(key: Uint8Array, secret: Uint8Array, purpose: string, random: RandomBytes): string {
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  return toText(Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]))
}

function unseal(key: Uint8Array, sealed: string, purpose: string): Uint8Array | null {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < 28) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
    authTagLength: 16,
  })
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
  } catch {
    // The tag does not fit: another key. Nothing else can fail here.
    return null
  }
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
