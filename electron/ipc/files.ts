import {
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileIn, FileOut, FileWritten } from '#shared/core/contract'
import { refuse } from '#shared/core/result'
import type { Context } from '#electron/context'
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

/** Hands a file over: whole at its path, or on the shelf for the window to fetch. */
export function writeOutput(
  { connection, shelf }: Context,
  out: FileOut,
  file: ReadFile,
): FileWritten {
  if (out.kind === 'download') return { kind: 'download', id: shelf.put(file), name: file.name }
  if (!connection.mayUsePaths) refuseWith('path-not-allowed')
  if (connection.isDryRun !== true) writeWholeFile(out.path, file.bytes)
  return { kind: 'path', path: out.path }
}

/** A file appears whole or not at all, also when the disk fills up while it is written. */
function writeWholeFile(path: string, bytes: Uint8Array): void {
  const beside = `${path}.part`
  try {
    const handle = openSync(beside, 'w')
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    // The folder is not there: the world's failure, not a file that somebody named wrongly.
    if (isSystemError(error, 'ENOENT'))
      throw new RefusalError(refuse('cannot-write-file', { file: path }).refusal, 'FAILED')
    throw error
  }
}

function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  return codes.some((code) => code === (error as { code?: unknown }).code)
}
