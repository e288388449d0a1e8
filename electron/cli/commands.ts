import type { Language } from '#electron/i18n'
import { hoursCommands } from './hours-commands.ts'
import { presenceCommands } from './presence-commands.ts'
import { programCommands } from './program-commands.ts'
import { schoolCommands } from './school-commands.ts'
import type { Ask } from './connect.ts'

/** What was typed. */
export interface Given {
  /** The text of an option, '' when it was not given. */
  readonly option: (name: string) => string
  readonly has: (name: string) => boolean
  readonly words: readonly string[]
  readonly isDryRun: boolean
  readonly folder: string
}

export interface CommandContext extends Given {
  readonly ask: Ask
  /** Logs in, for a command that does so at a time of its own. */
  readonly login: () => Promise<void>
  readonly env: NodeJS.ProcessEnv
  readonly language: Language
  /** A line for people and programs that watch, on stderr. */
  readonly hint: (line: string) => void
}

export interface Answer {
  /** What stdout gets; undefined when the command printed for itself. */
  readonly value?: unknown
  /** The answer is a no: exit 1. */
  readonly isRefused?: boolean
}

export interface Command {
  readonly name: string
  /** What stands after the name without a dash; in [brackets] what may be left out. */
  readonly words?: readonly string[]
  readonly needs?: readonly string[]
  readonly may?: readonly string[]
  readonly flags?: readonly string[]
  /** Does it need somebody who has logged in? */
  readonly login: boolean
  /** Works beside a running core and never through it; there is nothing to be tried out. */
  readonly isAlone?: boolean
  run(context: CommandContext): Promise<Answer>
}

export const commands: readonly Command[] = [
  ...schoolCommands,
  ...presenceCommands,
  ...hoursCommands,
  ...programCommands,
]
