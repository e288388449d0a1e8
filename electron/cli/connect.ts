import { dirname, join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/contract'
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

/** Talks to the core that owns the vault, or is one itself when none runs. */
export async function connect(folder: string, env: NodeJS.ProcessEnv): Promise<Terminal> {
  const owner = await ownerOf(folder)
  const { ask, close } = owner ? overSocket(connectToOwner(owner, 'terminal')) : inProcess(folder)
  return {
    ask,
    close,
    login: async () => {
      const { vault } = await ask.system.state()
      if (vault === 'none') refuseWith('no-vault', { folder })
      const password = env['XUNCHENG_PASSWORD'] ?? ''
      if (password === '') refuseWith('not-logged-in')
      await ask.vault.unlock({ user: env['XUNCHENG_USER'] ?? '', password })
    },
  }
}

function overSocket(socket: ReturnType<typeof connectToOwner>): Pick<Terminal, 'ask' | 'close'> {
  const link = new RPCLink({ websocket: socket as unknown as WebSocket })
  return {
    ask: createORPCClient(link),
    close: () => {
      socket.close()
      return Promise.resolve()
    },
  }
}

function inProcess(folder: string): Pick<Terminal, 'ask' | 'close'> {
  const core = createCore({ folder, demoFolder: join(dirname(folder), 'demo') })
  const context = core.connect({ host: 'terminal', mayUsePaths: true, login: null })
  return { ask: context.ask(), close: () => core.close() }
}
