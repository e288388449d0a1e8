import { request as askHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import type { WebSocket } from 'ws'
import { connectToOwner, hostHeader, tokenHeader } from '#electron/ipc/local-socket'
import type { CoreAddress } from '#electron/store/ownership'

/**
 * When another process owns the vault, this host only passes on what the browser and that core say
 * to each other: frames of the contract as they are.
 */
export function relaySocket(browser: WebSocket, address: CoreAddress): void {
  const core = connectToOwner(address, 'browser')
  const early: { data: Buffer; binary: boolean }[] = []
  browser.on('message', (data: Buffer, binary: boolean) => {
    if (core.readyState === core.OPEN) core.send(data, { binary })
    else early.push({ data, binary })
  })
  core.on('open', () => {
    for (const { data, binary } of early) core.send(data, { binary })
  })
  core.on('message', (data: Buffer, binary: boolean) => {
    browser.send(data, { binary })
  })
  core.on('error', () => {
    browser.close()
  })
  core.on('close', () => {
    browser.close()
  })
  browser.on('close', () => {
    core.close()
  })
}

/** Passes a file request on to the owner and its answer back. */
export function relayFile(
  request: IncomingMessage,
  response: ServerResponse,
  address: CoreAddress,
): void {
  const headers = { [tokenHeader]: address.token, [hostHeader]: 'browser' }
  const { method, url: path } = request
  const asked = askHttp({ socketPath: address.socket, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  asked.once('error', () => {
    // The owner is gone; an answer that has begun can only be broken off.
    if (response.headersSent) response.destroy()
    else response.writeHead(502).end()
  })
  request.pipe(asked)
}
