/** The database driver's Linux builds are linked against this version. */
export const neededGlibc = '2.34'

/** The C library of this machine, or null where there is none of that name (Windows, macOS). */
export function foundGlibc(): string | null {
  if (process.platform !== 'linux') return null
  // Without this the report looks up the name of every network address, which takes seconds offline.
  Object.assign(process.report, { excludeNetwork: true })
  const { header } = process.report.getReport() as {
    readonly header: { readonly glibcVersionRuntime?: string }
  }
  return header.glibcVersionRuntime ?? null
}

/** Whether the driver would die on loading; an unknown version is given the benefit of the doubt. */
export function isGlibcTooOld(found: string | null): boolean {
  if (found === null) return false
  const [major = 0, minor = 0] = found.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = neededGlibc.split('.').map(Number)
  return major < neededMajor || (major === neededMajor && minor < neededMinor)
}
