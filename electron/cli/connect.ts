import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/contract'
import type { Refusal } from '#shared/core/result'
import { createCore } from '#electron/core'
import { connectToOwner } from '#electron/ipc/local-socket'
import { ownerOf } from '#electron/ipc/owner'
import { refuseWith } from '#electron/ipc/refusals'

export type Ask = ContractRouterClient<Contract>

/** The terminal's end of the contract, wherever the core is. */
export interface Terminal {
  readonly ask: Ask
  login(): Promise<void>
  close(): Promise<void>
}

interface Wanted {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly isDryRun: boolean
  /** Not through another core, whose window would move to another vault. */
  readonly isAlone: boolean
}

type Link = Pick<Terminal, 'ask' | 'close'>

/** Talks to the core that owns the vault, or is one itself when none runs. */
export async function connect(wanted: Wanted): Promise<Terminal> {
  let link = await linkTo(wanted)
  return {
    get ask() {
      return link.ask
    },
    close: () => link.close(),
    login: async () => {
      for (let attempt = 1; ; attempt += 1)
        try {
          await login(link.ask, wanted)
          return
        } catch (error) {
          // Another terminal was a little faster and owns the vault now: talk to it, or wait for it.
          if (attempt === mostAttempts || !isInUse(error)) throw error
          await link.close()
          link = await linkTo(wanted)
        }
    },
  }
}

/** Each attempt waits some seconds for an owner that has not said yet where it listens. */
const mostAttempts = 5

function isInUse(error: unknown): boolean {
  return error instanceof ORPCError && (error.data as Refusal | null)?.code === 'vault-in-use'
}

async function linkTo({ folder, isDryRun, isAlone }: Wanted): Promise<Link> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const owner = isAlone ? null : await ownerOf(folder)
    if (!owner) return inProcess(folder, isDryRun)
    const socket = connectToOwner(owner, 'terminal', isDryRun)
    try {
      await once(socket, 'open')
      return overSocket(socket)
    } catch {
      // The owner was about to end and takes nobody in any more: look again who it is.
      await wait(100)
    }
  }
  return refuseWith('vault-in-use', { folder })
}

async function login(ask: Ask, { folder, env }: Wanted): Promise<void> {
  const { vault } = await ask.system.state()
  if (vault === 'none') refuseWith('no-vault', { folder })
  const password = env['XUNCHENG_PASSWORD'] ?? ''
  if (password === '') refuseWith('not-logged-in')
  await ask.vault.unlock({ user: env['XUNCHENG_USER'] ?? '', password })
}

function overSocket(socket: ReturnType<typeof connectToOwner>): Link {
  // What breaks the connection ends what is asked over it; there it is told.
  socket.on('error', () => undefined)
  const link = new RPCLink({ websocket: socket as unknown as WebSocket })
  return {
    ask: createORPCClient(link),
    close: () => {
      socket.close()
      return Promise.resolve()
    },
  }
}

function inProcess(folder: string, isDryRun: boolean): Link {
  const core = createCore({ folder, demoFolder: join(dirname(folder), 'demo') })
  const context = core.connect({ host: 'terminal', mayUsePaths: true, isDryRun, login: null })
  return { ask: context.ask(), close: () => core.close() }
}
