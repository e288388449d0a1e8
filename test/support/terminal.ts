import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { runTerminal } from '#electron/cli/run'
import { password } from './a-vault.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const owners: ChildProcess[] = []
afterAll(() => {
  for (const owner of owners) owner.kill('SIGKILL')
})

export interface Said {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
  /** The one JSON value on stdout. */
  readonly json: unknown
  /** The refusal on stderr under --json. */
  readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null
}

export type Env = Readonly<Record<string, string>>

/** A terminal that sees nothing of this machine's own settings. */
function environment(env: Env): NodeJS.ProcessEnv {
  const { PATH, TMPDIR } = process.env
  return { PATH, TMPDIR, XUNCHENG_PASSWORD: password, ...env }
}

/** Runs one command of the terminal in this process, where nothing hangs on its being another one. */
export async function inTerminal(args: readonly string[], env: Env = {}): Promise<Said> {
  const [out, err]: [string[], string[]] = [[], []]
  const exit = await runTerminal(args, environment(env), {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  })
  const [stdout, stderr] = [out.join(''), err.join('')]
  return { exit, stdout, stderr, json: jsonOf(stdout), error: errorOf(stderr) }
}

/** Runs one command of the terminal in a process of its own. */
export async function terminal(args: readonly string[], env: Env = {}): Promise<Said> {
  const child = spawn(process.execPath, ['electron/cli/main.ts', ...args], {
    cwd: root,
    env: environment(env),
  })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  const [exit] = (await once(child, 'close')) as [number]
  const [stdout, stderr] = [Buffer.concat(out).toString(), Buffer.concat(err).toString()]
  return { exit, stdout, stderr, json: jsonOf(stdout), error: errorOf(stderr) }
}

function jsonOf(stdout: string): unknown {
  try {
    return JSON.parse(stdout)
  } catch {
    return undefined
  }
}

function errorOf(stderr: string): Said['error'] {
  const line = stderr.split('\n').find((text) => text.startsWith('{"error"'))
  return line === undefined ? null : (JSON.parse(line) as { error: Said['error'] }).error
}

/** Starts another process that owns a vault, and waits until it does. */
export async function vaultOwner(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['test/support/vault-owner.ts', folder, password], {
    cwd: root,
    env: environment({}),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  owners.push(child)
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the owner ended'))),
  ])
  return child
}
