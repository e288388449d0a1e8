import { ORPCError } from '@orpc/client'
import { refusalSchema } from '#shared/core/contract'
import { faultOf } from '#electron/ipc/refusals'
import { sentence, type Language } from '#electron/i18n'
import { commands, type Command } from './commands.ts'
import { connect } from './connect.ts'
import { parse, UsageError, usageOf } from './parse.ts'
import { printTable } from './print.ts'

export const exitCodes = { done: 0, refused: 1, usage: 2, failed: 3 } as const

/** Where answers and hints go. */
export interface Streams {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

/** Runs one command of the terminal; answers the exit code. */
export async function runTerminal(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  streams: Streams = process,
): Promise<number> {
  const isJson = args.includes('--json')
  const language: Language = env['XUNCHENG_LANGUAGE'] === 'en' ? 'en' : 'zh-CN'
  if (args[0] === 'help' || args[0] === '--help') {
    streams.stdout.write(`${usageOf(commands)}\n`)
    return exitCodes.done
  }
  try {
    const { command, given } = parse(commands, args, env)
    return await runCommand(command, { given, isJson, language, env, streams })
  } catch (error) {
    if (error instanceof UsageError) {
      streams.stderr.write(`${error.message}\n${usageOf(commands)}\n`)
      return exitCodes.usage
    }
    return explain(error, { isJson, language, streams })
  }
}

interface Run {
  readonly given: ReturnType<typeof parse>['given']
  readonly isJson: boolean
  readonly language: Language
  readonly env: NodeJS.ProcessEnv
  readonly streams: Streams
}

async function runCommand(
  command: Command,
  { given, isJson, language, env, streams }: Run,
): Promise<number> {
  const { folder, isDryRun } = given
  const { isAlone = false } = command
  const terminal = await connect({ folder, env, isDryRun, isAlone })
  const login = (): Promise<void> => terminal.login()
  try {
    if (command.login) await login()
    const hint = (line: string): void => void streams.stderr.write(`${line}\n`)
    const answer = await command.run({
      ...given,
      // Read when it is used: a login may have found another core.
      get ask() {
        return terminal.ask
      },
      login,
      env,
      language,
      hint,
    })
    if (answer.value !== undefined)
      streams.stdout.write(isJson ? `${JSON.stringify(answer.value)}\n` : printTable(answer.value))
    return answer.isRefused === true ? exitCodes.refused : exitCodes.done
  } finally {
    await terminal.close()
  }
}

/** Says what happened, what is safe and what to do; as JSON for programs. */
function explain(
  error: unknown,
  { isJson, language, streams }: Pick<Run, 'isJson' | 'language' | 'streams'>,
): number {
  const { code, params, exit } = readError(error, streams)
  const message = sentence(language, `refusals:${code}.message`, params)
  const hint = ['safe', 'hint']
    .map((part) => sentence(language, `refusals:${code}.${part}`, params))
    .join(' ')
  streams.stderr.write(
    isJson
      ? `${JSON.stringify({ error: { code, message, hint } })}\n`
      : `${message}\n${hint}\n(${code})\n`,
  )
  return exit
}

interface ReadError {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly exit: number
}

function readError(error: unknown, { stderr }: Streams): ReadError {
  if (error instanceof ORPCError) {
    const refusal = refusalSchema.safeParse(error.data)
    if (refusal.success)
      return {
        ...refusal.data,
        exit: error.code === 'FAILED' ? exitCodes.failed : exitCodes.refused,
      }
    if (error.code === 'NOT_FOUND')
      return { code: 'no-such-procedure', params: {}, exit: exitCodes.usage }
    return {
      code: 'bad-input',
      params: { what: issuesOf({ data: error.data as unknown }) },
      exit: exitCodes.usage,
    }
  }
  const fault = faultOf(error)
  if (fault)
    return {
      ...fault.refusal,
      exit: fault.kind === 'FAILED' ? exitCodes.failed : exitCodes.refused,
    }
  stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return { code: 'unexpected', params: {}, exit: exitCodes.failed }
}

/** Which fields of the input were wrong, as `path: reason`. */
function issuesOf(error: { readonly data: unknown }): string {
  const issues =
    (error.data as { issues?: { path?: PropertyKey[]; message?: string }[] } | undefined)?.issues ??
    []
  return issues
    .map(({ path, message }) => `${(path ?? []).map(String).join('.')}: ${message ?? ''}`)
    .join('; ')
}
