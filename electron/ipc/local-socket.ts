import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Claim, CoreAddress } from '#electron/store/ownership'
import { isSameSecret, serveContract, serveFiles, type Gate, type Served } from './core-server.ts'

/** The header in which another process of this user shows the token from core.json. */
export const tokenHeader = 'x-xuncheng-token'
/** Says that the process only passes on what a browser asks, which may not name paths. */
export const hostHeader = 'x-xuncheng-host'

/** Says that what is asked shall only be tried out. */
const dryRunHeader = 'x-xuncheng-dry-run'
/** How long an owner that ends waits for the terminals that talk to it, in milliseconds. */
const patience = 5000

/** Lets the terminal and a second start of this user talk to the core that owns the vault. */
export function listenForOthers(
  core: Served,
  vault: { readonly claim: Claim },
  random: (n: number) => Uint8Array,
): { readonly close: () => Promise<void>; readonly drain: () => Promise<void> } {
  const socket = socketPath(random)
  const token = Buffer.from(random(32)).toString('hex')
  let isEnding = false
  const gate: Gate = ({ headers }) => {
    if (isEnding) return null
    const shown = headers[tokenHeader]
    if (typeof shown !== 'string' || !isSameSecret(shown, token)) return null
    const isDryRun = headers[dryRunHeader] !== undefined
    return headers[hostHeader] === 'browser'
      ? { host: 'browser', mayUsePaths: false, login: null }
      : { host: 'terminal', mayUsePaths: true, isDryRun, login: null }
  }
  const server = createServer((request, response) => {
    if (!gate(request)) response.writeHead(403).end()
    else if (!serveFiles(core, request, response)) response.writeHead(404).end()
  })
  const contract = serveContract(server, core, gate)
  // Where no socket can be made, the vault works all the same: only other processes must wait.
  server.on('error', (error) => {
    core.log('no local socket', { code: (error as NodeJS.ErrnoException).code ?? error.name })
  })
  server.listen(socket, () => {
    if (process.platform !== 'win32') chmodSync(socket, 0o600)
    vault.claim.announce({ pid: process.pid, socket, token })
  })
  return {
    drain: () => {
      isEnding = true
      vault.claim.withdraw()
      return Promise.race([contract.terminalsGone(), wait(patience, undefined, { ref: false })])
    },
    close: () =>
      new Promise((resolve) => {
        contract.close()
        server.closeAllConnections()
        server.close(() => {
          if (process.platform !== 'win32')
            rmSync(dirname(socket), { recursive: true, force: true })
          resolve()
        })
      }),
  }
}

/** A WebSocket to the core that owns a vault. */
export function connectToOwner(
  address: CoreAddress,
  host: 'browser' | 'terminal',
  isDryRun = false,
): WebSocket {
  const dryRun = isDryRun ? { [dryRunHeader]: '1' } : {}
  return new WebSocket('ws://localhost/rpc', {
    headers: { [tokenHeader]: address.token, [hostHeader]: host, ...dryRun },
    createConnection: (): Socket => connect(address.socket),
  })
}

/** A Unix socket's path may have only some 100 bytes; 40 of them are ours. */
const longestFolder = 60

/** In a folder of this user alone, the first of the usual ones whose path is short enough. */
function socketPath(random: (n: number) => Uint8Array): string {
  const name = Buffer.from(random(8)).toString('hex')
  if (process.platform === 'win32') return `\\\\.\\pipe\\xuncheng-${name}`
  const folders = [process.env['XDG_RUNTIME_DIR'] ?? '', tmpdir(), '/tmp']
  const usable = folders.find(
    (folder) => folder !== '' && folder.length <= longestFolder && existsSync(folder),
  )
  return join(mkdtempSync(join(usable ?? tmpdir(), 'xuncheng-')), 's')
}
