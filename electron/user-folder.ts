import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where this user's program data lies: the folder that Electron gives an application of this name,
 * so that window, browser and terminal find the same vault.
 */
export function userFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = homedir()
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'xuncheng')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'xuncheng')
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'xuncheng')
}

/** The vault and the demonstrations inside a user's folder. */
export function foldersIn(folder: string): {
  readonly folder: string
  readonly demoFolder: string
} {
  return { folder: join(folder, 'vault'), demoFolder: join(folder, 'demo') }
}
