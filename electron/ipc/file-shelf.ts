import { randomUUID } from 'node:crypto'

/** The largest upload or download that is held, 200 MB: a workbook of a whole province is smaller. */
export const largestFile = 200 * 1024 * 1024

interface ShelvedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Files on their way between a browser window and the core stay in memory, so that no clear copy
 * touches the disk. The oldest go when the shelf is full.
 */
export interface FileShelf {
  /** The largest file, and all of them together, in bytes. */
  readonly largest: number
  put(file: ShelvedFile): string
  get(id: string): ShelvedFile | null
  clear(): void
}

export function createShelf(largest = largestFile): FileShelf {
  const files = new Map<string, ShelvedFile>()
  const held = (): number => [...files.values()].reduce((sum, file) => sum + file.bytes.length, 0)
  return {
    largest,
    put: (file) => {
      const id = randomUUID()
      files.set(id, file)
      for (const old of files.keys()) {
        if (held() <= largest || old === id) break
        files.delete(old)
      }
      return id
    },
    get: (id) => files.get(id) ?? null,
    clear: () => {
      files.clear()
    },
  }
}
