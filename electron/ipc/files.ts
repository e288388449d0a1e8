import { hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { FileIn, FileOut, FileWritten } from '#shared/core/contract'
import { refuse } from '#shared/core/result'
import type { Context } from '#electron/context'
import { flushFolder } from '#electron/store/vault-file'
import { largestFile } from './file-shelf.ts'
import { RefusalError, refuseWith } from './refusals.ts'

interface ReadFile {
  readonly bytes: Uint8Array
  readonly name: string
}

/** The bytes and the name of a file that a person handed over. */
export async function readInput({ connection, shelf }: Context, file: FileIn): Promise<ReadFile> {
  if (file.kind === 'upload') {
    const shelved = shelf.get(file.id)
    if (!shelved) refuseWith('file-missing', { file: file.name })
    return { bytes: shelved.bytes, name: file.name }
  }
  if (!connection.mayUsePaths) refuseWith('path-not-allowed')
  const name = basename(file.path)
  try {
    const about = statSync(file.path)
    if (!about.isFile()) refuseWith('file-unreadable', { file: name })
    if (about.size > largestFile) refuseWith('file-too-large', { file: name })
    return { bytes: await readFile(file.path), name }
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) refuseWith('file-missing', { file: name })
    if (isSystemError(error, 'EACCES', 'EPERM', 'EBUSY', 'ENXIO', 'EIO'))
      refuseWith('file-unreadable', { file: name })
    throw error
  }
}

interface Output {
  readonly out: FileOut
  readonly file: ReadFile
  /** May a file with this SHA-256 be replaced? Only what is known to be ours, or was asked about. */
  readonly mayReplace: (sha256: string) => boolean
}

/** A file that is ready to appear at its place, and does not yet. */
export interface ReadyFile {
  /** Lets it appear, whole, over whatever stood there. */
  deliver(): FileWritten
  discard(): void
}

/**
 * Makes a file ready: beside its path, flushed, for this user's eyes only; or, for a browser, in
 * memory. What is told of it can be recorded before anybody sees it.
 */
export function prepareOutput(
  { connection, shelf, newId }: Context,
  { out, file, mayReplace }: Output,
): ReadyFile {
  if (out.kind === 'download') {
    const written = (): FileWritten => ({ kind: 'download', id: shelf.put(file), name: file.name })
    return { deliver: written, discard: () => undefined }
  }
  if (!connection.mayUsePaths) refuseWith('path-not-allowed')
  const { path } = out
  if (connection.isDryRun === true) return { deliver: () => out, discard: () => undefined }
  refuseToOverwrite(path, mayReplace)
  const beside = `${path}.${newId().slice(0, 8)}.part`
  writeFlushed(beside, file.bytes, path)
  return {
    deliver: () => {
      renameSync(beside, path)
      flushFolder(dirname(path))
      return { kind: 'path', path }
    },
    discard: () => {
      rmSync(beside, { force: true })
    },
  }
}

/** A person's own file, a device or a folder is never written over. */
function refuseToOverwrite(path: string, mayReplace: (sha256: string) => boolean): void {
  if (!existsSync(path)) return
  if (!lstatSync(path).isFile() || !mayReplace(hash('sha256', readFileSync(path))))
    refuseWith('file-exists', { file: path })
}

function writeFlushed(beside: string, bytes: Uint8Array, path: string): void {
  try {
    const handle = openSync(beside, 'wx', 0o600)
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    rmSync(beside, { force: true })
    // The folder is not there: the world's failure, not a file that somebody named wrongly.
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) cannotWrite(path)
    throw error
  }
}

function cannotWrite(path: string): never {
  throw new RefusalError(refuse('cannot-write-file', { file: path }).refusal, 'FAILED')
}

function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  return codes.some((code) => code === (error as { code?: unknown }).code)
}
