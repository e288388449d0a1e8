import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

/** Runs a line of code with the guard that stands before every program of the browser tests. */
function guarded(code: string): { readonly told: boolean; readonly printed: string } {
  const args = ['--import', './test/support/no-network.ts', '--input-type=module', '--eval', code]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { told: stderr.includes('OUTSIDE example.org'), printed: stdout.trim() }
}

describe('the guard against requests to other machines', () => {
  test('a socket and a fetch to another host fail and are told', () => {
    const socket = "import net from 'node:net'; net.connect({ host: 'example.org', port: 80 })"
    expect(guarded(socket).told).toBe(true)
    expect(guarded("await fetch('http://example.org/').catch(() => null)").told).toBe(true)
  })

  test('this machine may be asked', () => {
    const asked = guarded(`
      import http from 'node:http'
      const server = http.createServer((_, answer) => answer.end('here')).listen(0, '127.0.0.1')
      await new Promise((listening) => server.once('listening', listening))
      const answer = await fetch('http://127.0.0.1:' + server.address().port)
      console.log(await answer.text())
      server.close()`)
    expect(asked).toEqual({ told: false, printed: 'here' })
  })
})
