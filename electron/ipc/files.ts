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
import type { Context } from '#electron/context'
import { largestFile } from './file-shelf.ts'
import { refuseWith } from './refusals.ts'

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
  const { size } = statSync(file.path)
  if (size > largestFile) refuseWith('file-too-large', { file: basename(file.path) })
  return { bytes: await readFile(file.path), name: basename(file.path) }
}

/** Hands a file over: whole at its path, or on the shelf for the window to fetch. */
export function writeOutput(
  { connection, shelf }: Context,
  out: FileOut,
  file: ReadFile,
): FileWritten {
  if (out.kind === 'download') return { kind: 'download', id: shelf.put(file), name: file.name }
  if (!connection.mayUsePaths) refuseWith('path-not-allowed')
  writeWholeFile(out.path, file.bytes)
  return { kind: 'path', path: out.path }
}

/** A file appears whole or not at all, also when the disk fills up while it is written. */
function writeWholeFile(path: string, bytes: Uint8Array): void {
  const beside = `${path}.part`
  const handle = openSync(beside, 'w')
  try {
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
