import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** What the desktop is made of. The preload is sandboxed and knows `require` for `electron` alone. */
const programs = {
  main: { entry: 'electron/desktop/main.ts', format: 'es', name: 'main.js' },
  core: { entry: 'electron/desktop/core-entry.ts', format: 'es', name: 'core.js' },
  worker: { entry: 'electron/jobs/job-worker.ts', format: 'es', name: 'job-worker.js' },
  preload: { entry: 'electron/desktop/preload.ts', format: 'cjs', name: 'preload.cjs' },
}

/** Bundles each program into one file, so that only the database driver is packed as a package. */
export async function buildDesktop({
  outDir = 'dist/desktop',
  plugins = [],
  logLevel = 'warn',
} = {}) {
  for (const program of Object.values(programs))
    await build({
      configFile: false,
      logLevel,
      plugins,
      publicDir: false,
      ssr: { target: 'node', noExternal: true, external: ['electron', 'better-sqlite3'] },
      build: {
        ssr: resolve(program.entry),
        outDir: resolve(outDir),
        emptyOutDir: program === programs.main,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          // What libraries ask for and do without: natives of ws, a cloud store of exceljs's unzipper.
          external: [
            'electron',
            'better-sqlite3',
            'bufferutil',
            'utf-8-validate',
            '@aws-sdk/client-s3',
          ],
          output: {
            format: program.format,
            entryFileNames: program.name,
            codeSplitting: false,
          },
        },
      },
    })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDesktop()
