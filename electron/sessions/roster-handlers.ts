import type { Work } from '#shared/core/contract'
import type { RosterImported } from '#shared/sessions/contract'
import { guarded, occasionOf, os, vaultOf, type Context } from '#electron/context'
import { sentence, type Language } from '#electron/i18n'
import { readInput } from '#electron/ipc/files'
import { refuseWith } from '#electron/ipc/refusals'
import { at, finished } from '#electron/ipc/work'
import { runJob } from '#electron/jobs/run-job'
import { valueOf } from '#electron/ipc/refusals'
import { examineRoster } from '#shared/sessions/roster-doctor'
import { whoIs } from '#electron/people/who'
import { enrollFrom, reportOf } from './enroll-roster.ts'
import { enrollmentOf, heldRows, rosterOf } from './roster-store.ts'
import { sessionById } from './store.ts'

interface Input {
  readonly file: Parameters<typeof readInput>[1]
  readonly sessionId: string
  readonly dryRun: boolean
  readonly language: Language
}

export const rosterHandlers = {
  import: os.roster.import.handler(({ input, context, signal }) =>
    guarded(context, importRoster(input, context, signal)),
  ),
  list: os.roster.list.handler(({ input, context }) => {
    const { db } = vaultOf(context)
    if (!sessionById(db, input.sessionId)) refuseWith('unknown-session')
    return { learners: rosterOf(db, input.sessionId) }
  }),
  held: os.roster.held.handler(({ input, context }) => ({
    held: heldRows(vaultOf(context).db, input.sessionId).map((row) => ({
      ...row,
      message: sentence(input.language, `roster:held.${row.code}`),
    })),
  })),
  remove: os.roster.remove.handler(({ input, context }) => {
    const vault = vaultOf(context)
    const teacher = whoIs(vault, input)
    const enrollment = enrollmentOf(vault.db, input.sessionId, teacher.id)
    if (!enrollment || enrollment.removed) refuseWith('not-enrolled')
    const fields = { removed: 1, removed_reason: input.reason }
    vault.apply(occasionOf(context, 'roster.remove'), [
      { table: 'enrollment', id: enrollment.id, fields },
    ])
    return { enrollmentId: enrollment.id }
  }),
}

async function* importRoster(
  input: Input,
  context: Context,
  signal?: AbortSignal,
): AsyncGenerator<Work<RosterImported>> {
  if (!sessionById(vaultOf(context).db, input.sessionId)) refuseWith('unknown-session')
  yield at('reading')
  const file = await readInput(context, input.file)
  const sheets = valueOf(await runJob('read-table', file, signal))
  yield at('checking')
  const examined = valueOf(examineRoster(sheets))
  yield at('saving', 0, examined.clean.length)
  // From here on nothing waits: what is read of the vault is what it holds when it is written.
  const vault = vaultOf(context)
  const enrolled = enrollFrom(vault, input.sessionId, examined.clean)
  const importId = context.newId()
  const imported = reportOf({ importId, examined, enrolled, language: input.language })
  const occasion = occasionOf(context, 'roster.import')
  const record = enrolled.record({ file, imported, sessionId: input.sessionId, ...occasion })
  const apply = input.dryRun ? vault.rehearse : vault.apply
  apply(occasion, [...enrolled.changes, record])
  yield finished(imported)
}
