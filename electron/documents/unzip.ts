import { crc32 } from 'node:zlib'
import { fromBufferPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { ok, refuse } from '#shared/core/result'
import type { Result } from '#shared/core/result'

/** How much a packed document may hold before it is refused; sizes in bytes, unpacked. */
interface UnzipLimits {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
}

/**
 * Unpacks the wanted entries of a zip file from memory, by their names in the package. Refuses
 * `file-too-large` beyond the limits (all entries count, wanted or not, so that a package made to
 * fill the memory stops before anything is unpacked), `file-encrypted` for a zip with a password,
 * and `file-unreadable` for one that is damaged, lies about its sizes, names an entry twice or names
 * one outside the package.
 */
export async function unzip(
  bytes: Uint8Array,
  limits: UnzipLimits,
  isWanted: (name: string) => boolean = () => true,
): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  try {
    const zip = await fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    )
    if (zip.entryCount > limits.entries) return refuse('file-too-large')
    const listed = await listEntries(zip)
    if (listed.some((entry) => entry.isEncrypted())) return refuse('file-encrypted')
    if (new Set(listed.map(({ fileName }) => fileName)).size < listed.length) {
      return refuse('file-unreadable')
    }
    if (isTooLarge(listed, limits)) return refuse('file-too-large')
    const files = new Map<string, Uint8Array>()
    for (const entry of listed.filter(({ fileName }) => isWanted(fileName))) {
      files.set(entry.fileName, await inflate(zip, entry))
    }
    return ok(files)
  } catch (error) {
    // The packer's library answers every fault of a file with an Error; anything else is a bug.
    if (error instanceof Error) return refuse('file-unreadable')
    throw error
  }
}

async function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/')) entries.push(entry)
  }
  return entries
}

function isTooLarge(entries: readonly Entry[], { entryBytes, totalBytes }: UnzipLimits): boolean {
  const sizes = entries.map(({ uncompressedSize }) => uncompressedSize)
  return sizes.some((size) => size > entryBytes) || sizes.reduce((a, b) => a + b, 0) > totalBytes
}

/** The stream ends with an error when it yields more than the size that was checked. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  const content = Buffer.concat(chunks)
  if (crc32(content) !== entry.crc32) throw new Error(`checksum of ${entry.fileName}`)
  return content
}
