import { refuse } from '#shared/core/result'
import type { Result } from '#shared/core/result'

const oleHeader = Buffer.from('D0CF11E0A1B11AE1', 'hex')
/** The stream in which Word and Excel put a document with a password. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Refuses a file in the old compound container: `file-encrypted` when it is a new document under a
 * password, `file-kind-unknown` when it is a document of the old kind. Null for any other file.
 */
export function refuseOleContainer(
  bytes: Uint8Array,
): Exclude<Result<never>, { readonly ok: true }> | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, oleHeader.length).equals(oleHeader)) return null
  return refuse(file.includes(encryptedStream) ? 'file-encrypted' : 'file-kind-unknown')
}
