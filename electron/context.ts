import type { ContractRouterClient } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import { contract, type Contract } from '#shared/contract'
import type { Instant } from '#shared/core/dates'
import { refuse } from '#shared/core/result'
import type { Desk } from '#electron/desk'
import type { FileShelf } from '#electron/ipc/file-shelf'
import { faultOf, refuseWith, RefusalError } from '#electron/ipc/refusals'
import type { Occasion } from '#electron/store/apply-changes'
import type { Vault } from '#electron/store/vault'

/** One window, browser or terminal that talks to the core, and who has logged in there. */
export interface Connection {
  readonly host: 'desktop' | 'browser' | 'terminal'
  /** May it name files by their path? Not a browser. */
  readonly mayUsePaths: boolean
  /** What it asks is tried out and taken back: nothing is written, neither rows nor files. */
  readonly isDryRun?: boolean
  /** Holds only for the opening of the vault in which it was given. */
  login: { readonly userId: string; readonly opening: number } | null
}

/** What a handler gets: the desk, the connection, and time and chance as arguments. */
export interface Context {
  readonly desk: Desk
  readonly connection: Connection
  readonly shelf: FileShelf
  readonly now: () => Instant
  readonly newId: () => string
  /** Asks the contract as this connection would, for work that is made of other work. */
  readonly ask: () => ContractRouterClient<Contract>
  readonly log: (line: string, details?: Readonly<Record<string, unknown>>) => void
}

/** Where every handler starts: refusals become typed errors, anything unforeseen one plain message. */
export const os = implement(contract)
  .$context<Context>()
  .use(async ({ context, next }) => {
    try {
      return await next()
    } catch (error) {
      throw typedError(error, context)
    }
  })

/** The same for long work, whose errors come while it is read. */
export async function* guarded<T>(context: Context, work: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield* work
  } catch (error) {
    throw typedError(error, context)
  }
}

function typedError(error: unknown, context: Context): Error {
  // The library's own errors: malformed input, unknown procedure.
  if (error instanceof ORPCError) return error
  const fault = faultOf(error)
  if (!fault)
    context.log('unexpected', { error: error instanceof Error ? placesOf(error) : typeof error })
  const { kind, refusal } = fault ?? new RefusalError(refuse('unexpected').refusal, 'FAILED')
  const status = kind === 'REFUSED' ? 422 : 500
  return new ORPCError(kind, {
    status,
    data: { code: refusal.code, params: { ...refusal.params } },
  })
}

/** Where a bug happened, without its message, which may quote what it choked on. */
function placesOf(error: Error): string {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...places].join('\n')
}

/** The open vault of someone who has logged in here; refuses otherwise. */
export function vaultOf(context: Context): Vault {
  const { desk } = context
  const vault = desk.vault()
  if (!vault) refuseWith(desk.exists() ? 'vault-locked' : 'no-vault', { folder: desk.folder() })
  if (userIdOf(context) === '') refuseWith('not-logged-in')
  return context.connection.isDryRun === true ? { ...vault, apply: vault.rehearse } : vault
}

/** What moves the desk itself cannot be tried out and taken back. */
export function refuseInDryRun({ connection }: Context): void {
  if (connection.isDryRun === true) refuseWith('not-in-dry-run')
}

/** Who has logged in on this connection, '' when nobody has. */
export function userIdOf({ desk, connection }: Context): string {
  const { login } = connection
  return login && desk.vault() && login.opening === desk.opening() ? login.userId : ''
}

/** Who does what now, for the journal. */
export function occasionOf(context: Context, purpose: string): Occasion {
  return { userId: userIdOf(context), at: context.now(), purpose }
}
