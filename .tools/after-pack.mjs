import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/** What the program is called in what electron-builder has just packed. */
const endings = { win32: '.exe', linux: '', darwin: '.app' }

/**
 * Sets Electron's fuses in the packed program
 * (https://electronjs.org/docs/latest/tutorial/fuses). A fuse that a later Electron adds must be
 * decided here: an unnamed one fails the build.
 */
// eslint-disable-next-line no-restricted-syntax -- electron-builder reads the default export
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const name = packager.executableName ?? packager.appInfo.productFilename
  const program = `${name}${endings[electronPlatformName]}`
  // Linux has no integrity check of the archive.
  const hasIntegrity = electronPlatformName !== 'linux'
  await flipFuses(join(appOutDir, program), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: hasIntegrity,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  })
}
