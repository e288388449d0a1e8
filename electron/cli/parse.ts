import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { foldersIn, userFolder } from '#electron/user-folder'
import type { Command, Given } from './commands.ts'

/** The command line is not one of ours; the usage is shown. */
export class UsageError extends Error {}

/** Options that every command takes. */
const everywhere = { vault: 'string', json: 'boolean', 'dry-run': 'boolean' } as const

/** Finds the command and reads its options; a missing one is a wrong usage. */
export function parse(
  commands: readonly Command[],
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { readonly command: Command; readonly given: Given } {
  const command = commandOf(commands, args)
  const { values, positionals } = read(command, args.slice(command.name.split(' ').length))
  const wrong = wrongUsage(command, values, positionals)
  if (wrong !== null) throw new UsageError(`${command.name}: ${wrong} ?`)
  const folder = values['vault'] ?? env['XUNCHENG_VAULT']
  return {
    command,
    given: {
      option: (name) => (typeof values[name] === 'string' ? values[name] : ''),
      has: (name) => values[name] !== undefined,
      words: positionals,
      isDryRun: values['dry-run'] === true,
      folder:
        typeof folder === 'string'
          ? resolve(folder)
          : foldersIn(userFolder(env, process.platform)).folder,
    },
  }
}

/** What is missing or does not belong to the command, null when nothing is. */
function wrongUsage(
  { needs = [], words = [], isAlone = false }: Command,
  values: Readonly<Record<string, string | boolean | undefined>>,
  positionals: readonly string[],
): string | null {
  const missing = needs.find((name) => values[name] === undefined)
  if (missing !== undefined) return `--${missing}`
  const fewest = words.filter((word) => !word.startsWith('[')).length
  if (positionals.length < fewest || positionals.length > words.length) return words.join(' ')
  return isAlone && values['dry-run'] === true ? '--dry-run' : null
}

function commandOf(commands: readonly Command[], args: readonly string[]): Command {
  const found = commands.find(({ name }) => name.split(' ').every((word, i) => args[i] === word))
  if (!found) throw new UsageError(args.length === 0 ? '' : `? ${args.slice(0, 2).join(' ')}`)
  return found
}

function read(
  command: Command,
  args: readonly string[],
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  const names = [...(command.needs ?? []), ...(command.may ?? [])]
  const options = {
    ...Object.fromEntries(Object.entries(everywhere).map(([name, type]) => [name, { type }])),
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(
      (command.flags ?? []).map((name) => [name, { type: 'boolean' as const }]),
    ),
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { values: values, positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** One line per command, as it is typed. */
export function usageOf(commands: readonly Command[]): string {
  return commands
    .map(({ name, words = [], needs = [], may = [], flags = [] }) =>
      [
        `  ${name}`,
        ...words,
        ...needs.map((n) => `--${n} …`),
        ...may.map((n) => `[--${n} …]`),
        ...flags.map((n) => `[--${n}]`),
      ].join(' '),
    )
    .join('\n')
}
