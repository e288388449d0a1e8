import { once } from 'node:events'
import { dirname, join, resolve } from 'node:path'
import { ORPCError } from '@orpc/client'
import { contract } from '#shared/contract'
import { resultOf } from '#electron/ipc/work'
import type { Command, CommandContext } from './commands.ts'
import { numberOf } from './school-commands.ts'
import { UsageError } from './parse.ts'

/** What is not about one school's records: serving, any procedure, the demonstration, the machine. */
export const programCommands: readonly Command[] = [
  {
    name: 'serve',
    may: ['port'],
    login: false,
    isAlone: true,
    run: async (context) => {
      const { serve } = await import('#electron/browser/serve')
      const { folder } = context
      const port = context.has('port') ? numberOf(context, 'port') : 0
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new UsageError('--port 0–65535')
      const { host, core } = await serve({
        folder,
        demoFolder: join(dirname(folder), 'demo'),
        port,
      })
      process.stdout.write(`${JSON.stringify({ url: host.url })}\n`)
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
      await host.close()
      await core.close()
      return {}
    },
  },
  {
    name: 'call',
    words: ['PROCEDURE', '[JSON]'],
    login: false,
    run: async (context) => ({ value: await call(context) }),
  },
  {
    name: 'demo',
    needs: ['out'],
    login: false,
    isAlone: true,
    run: async ({ ask, option, hint }) => ({
      value: await resultOf(
        await ask.demo.open({ out: resolve(option('out')) }),
        ({ step, done, of }) => {
          hint(`${step} ${done}/${of}`)
        },
      ),
    }),
  },
  {
    name: 'doctor',
    login: false,
    run: async ({ ask }) => {
      const { findings } = await ask.system.doctor()
      return { value: { findings }, isRefused: findings.some((finding) => finding.state === 'bad') }
    },
  },
]

type Procedure = (input: unknown) => Promise<unknown>

const procedureNames = new Set(
  Object.entries(contract).flatMap(([feature, verbs]) =>
    Object.keys(verbs).map((verb) => `${feature}.${verb}`),
  ),
)

/** Procedures that answer before anybody has logged in. */
const isOpen = /^(system\.|vault\.(create|unlock|recover)$)/

/** Any procedure of the contract by its name, with JSON for its input. */
async function call(context: CommandContext): Promise<unknown> {
  const [name = '', json = ''] = context.words
  const input = inputOf(json)
  if (!procedureNames.has(name)) throw new ORPCError('NOT_FOUND')
  // The one procedure that never ends; a command must.
  if (name === 'system.changes') throw new UsageError(`${name} ?`)
  if (!isOpen.test(name)) await context.login()
  const answer = await procedureOf(context, name)(input)
  return isWork(answer) ? resultOf(answer) : answer
}

function procedureOf(context: CommandContext, name: string): Procedure {
  const [feature = '', verb = ''] = name.split('.')
  const procedures = context.ask as unknown as Readonly<Record<string, Record<string, Procedure>>>
  const procedure = procedures[feature]?.[verb]
  if (!procedure) throw new ORPCError('NOT_FOUND')
  return procedure
}

function inputOf(json: string): unknown {
  try {
    return json === '' ? undefined : JSON.parse(json)
  } catch {
    throw new UsageError(`JSON ? ${json}`)
  }
}

function isWork(answer: unknown): answer is Parameters<typeof resultOf<unknown>>[0] {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}
