import { statfsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname } from 'node:path'
import type { Finding } from '#shared/system/contract'
import { sqliteVersion } from '#electron/store/driver'
import { lastClaimedTime } from '#electron/attendance/store'
import type { Context } from '#electron/context'

/** Under half a gigabyte a backup may not fit. */
const littleDisk = 512 * 1024 * 1024

/** What a person should know about this computer before a day with it. */
export function findings(context: Context): Finding[] {
  const { desk } = context
  const vault = desk.vault()
  const free = freeBytes(desk.folder())
  const lastAt = vault ? lastClaimedTime(vault.db) : ''
  const versions: NodeJS.Dict<string> = process.versions
  return [
    { what: 'node', state: 'good', value: process.versions.node },
    {
      what: 'electron',
      state: versions['electron'] ? 'good' : 'doubtful',
      value: versions['electron'] ?? '–',
    },
    { what: 'sqlite', state: 'good', value: sqliteVersion() },
    { what: 'folder', state: desk.exists() ? 'good' : 'doubtful', value: desk.folder() },
    {
      what: 'disk',
      state: free < littleDisk ? 'bad' : 'good',
      value: `${Math.round(free / 1024 / 1024)} MB`,
    },
    { what: 'clock', state: context.now() < lastAt ? 'doubtful' : 'good', value: context.now() },
    { what: 'network', state: 'good', value: addresses().join(', ') || '–' },
  ]
}

function addresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => address.address)
}

/** Room on the disk of a folder, or of the nearest folder above it that exists. */
function freeBytes(folder: string): number {
  try {
    const disk = statfsSync(folder)
    return disk.bavail * disk.bsize
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return freeBytes(dirname(folder))
  }
}
