import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import type { LaunchOptions } from '@playwright/test'
import packaged, { inflate } from '@sparticuz/chromium'

/**
 * The browser of every browser test: an installed Chrome, Chromium or Edge when there is one, or
 * else the Chromium inside @sparticuz/chromium (Linux x64), unpacked once into node_modules/.cache.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const installed = candidates().find(isBrowser)
  // Nothing but --no-sandbox, which a test that runs as root needs: the package's own list of
  // switches turns web security off, and tests of origins would then prove nothing.
  const args = ['--no-sandbox']
  if (installed !== undefined) return { executablePath: installed, args, env: utf8Environment() }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('Browser tests need an installed Chrome, Chromium or Edge on this machine.')
  const folder = await unpackedBrowser()
  const executablePath = join(folder, 'chromium')
  return { executablePath, args, env: environmentFor(executablePath, folder) }
}

function candidates(): readonly string[] {
  return [...(installedBrowsers[process.platform]?.() ?? []), chromium.executablePath()]
}

const installedBrowsers: Readonly<Partial<Record<NodeJS.Platform, () => readonly string[]>>> = {
  linux: () => {
    const names = [
      'google-chrome',
      'google-chrome-stable',
      'chromium',
      'chromium-browser',
      'microsoft-edge',
    ]
    const folders = (process.env['PATH'] ?? '').split(delimiter)
    return names.flatMap((name) => folders.map((folder) => join(folder, name)))
  },
  darwin: () =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
  win32: () =>
    ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
}

/** Some systems have a `chromium` that only tells how to install one, so it is asked to answer. */
function isBrowser(path: string): boolean {
  if (!existsSync(path)) return false
  // On Windows --version opens a window instead of answering.
  return process.platform === 'win32' || answers(path, process.env)
}

function answers(path: string, env: NodeJS.ProcessEnv): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { env, timeout: 20_000 }).status === 0
}

let unpacking: Promise<string> | undefined

/** The package reuses any `chromium` it finds in the temporary folder, so each version has its own. */
function unpackedBrowser(): Promise<string> {
  unpacking ??= unpackInto(resolve('node_modules/.cache', `chromium-${packagedVersion()}`))
  return unpacking
}

async function unpackInto(folder: string): Promise<string> {
  if (existsSync(folder)) return folder
  await mkdir(join(folder, '..'), { recursive: true })
  // Test workers start together: each unpacks beside it, and the first to finish gives the name.
  const beside = await mkdtemp(`${folder}-`)
  await withTemporaryFolder(beside, () => packaged.executablePath())
  await withTemporaryFolder(beside, () => inflate(packagedFile('bin/al2023.tar.br')))
  await rename(beside, folder).catch(async (error: unknown) => {
    if (!existsSync(folder)) throw error
    await rm(beside, { recursive: true, force: true })
  })
  return folder
}

async function withTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** The bundled libraries are used only where the machine lacks them: its own fit it better. */
/** Without a UTF-8 locale the browser cannot open a chosen file whose name is Chinese. */
function utf8Environment(): Record<string, string> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
  return process.platform === 'linux' ? { ...env, LC_ALL: 'C.UTF-8' } : env
}

function environmentFor(executable: string, folder: string): Record<string, string> {
  const env = utf8Environment()
  if (!existsSync('/etc/fonts')) env['FONTCONFIG_PATH'] = join(folder, 'fonts')
  if (answers(executable, env)) return env
  const libraries = [join(folder, 'al2023', 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean)
  return { ...env, LD_LIBRARY_PATH: libraries.join(delimiter) }
}

function packagedFile(path: string): string {
  return resolve('node_modules/@sparticuz/chromium', path)
}

function packagedVersion(): string {
  const manifest = JSON.parse(readFileSync(packagedFile('package.json'), 'utf8')) as {
    readonly version: string
  }
  return manifest.version
}
