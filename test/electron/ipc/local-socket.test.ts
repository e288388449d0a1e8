import { once } from 'node:events'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { connectToOwner } from '#electron/ipc/local-socket'
import { ownerOf } from '#electron/ipc/owner'
import { addressOfOwner } from '#electron/store/ownership'
import { aCore, password, type Ask } from '#test/support/a-vault'

const asked = (socket: WebSocket): Ask =>
  createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))

/** The status with which a visitor is turned away. */
async function turnedAway(socket: WebSocket): Promise<number | undefined> {
  socket.on('error', () => undefined)
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode?: number },
  ]
  return response.statusCode
}

test('an owner that ends lets the terminals finish, takes nobody new, and then is gone', async () => {
  const { core, folder } = await aCore('drain')
  const address = await ownerOf(folder)
  if (!address) throw new Error('nobody owns it')
  const falseToken = { ...address, token: 'é'.repeat(64) }
  expect(await turnedAway(connectToOwner(falseToken, 'terminal'))).toBe(403)
  const first = connectToOwner(address, 'terminal')
  const ask = asked(first)
  await ask.vault.unlock({ password })
  const closing = core.close()
  expect(addressOfOwner(folder)).toBe(null)
  expect(await turnedAway(connectToOwner(address, 'terminal'))).toBe(403)
  expect((await ask.system.state()).vault).toBe('open')
  expect(await ask.vault.verify()).toMatchObject({ ok: true })
  first.close()
  await closing
  expect(core.desk.vault()).toBe(null)
  expect(await ownerOf(folder)).toBe(null)
})
