import { hash } from 'node:crypto'
import { basename } from 'node:path'
import { dateOf } from '#shared/core/dates'
import type { FileOut, Work } from '#shared/core/contract'
import type { Exported } from '#shared/exports/contract'
import { exportFileName, nationalProfile, type ExportProfile } from '#shared/exports/profile'
import { exportRows, type ExportRows } from '#shared/exports/rows'
import { codeTables } from '#shared/exports/code-tables'
import { defaultHoursRule } from '#shared/hours/rule-set'
import { occasionOf, vaultOf, type Context } from '#electron/context'
import { readBackRows } from '#electron/documents/write-workbook'
import { sentence, type Language } from '#electron/i18n'
import { prepareOutput } from '#electron/ipc/files'
import { refuseWith } from '#electron/ipc/refusals'
import { at, finished } from '#electron/ipc/work'
import { runJob } from '#electron/jobs/run-job'
import { sessionById } from '#electron/sessions/store'
import { factsToExport } from './facts.ts'
import { batchesOf } from './store.ts'

export interface ExportInput {
  readonly profile: string
  readonly sessionId: string
  readonly out: FileOut
  readonly all: boolean
  readonly language: Language
}

/**
 * Registered hours into a platform's workbook: written, read back and compared before anybody is
 * told that it is done, and kept as a batch with its hash and the ledger lines that are in it.
 */
export async function* exportHours(
  input: ExportInput,
  context: Context,
  signal?: AbortSignal,
): AsyncGenerator<Work<Exported>> {
  const profile = profileNamed(input.profile)
  yield at('checking')
  const made = rowsToExport(input, context, profile)
  yield at('writing', 0, made.rows.length)
  const bytes = await runJob('write-workbook', { sheetName: profile.sheetName, ...made }, signal)
  await compareWithFile(bytes, made)
  // The ledger may have gone on while the workbook was written: then it is written anew.
  if (JSON.stringify(rowsToExport(input, context, profile)) !== JSON.stringify(made)) {
    yield* exportHours(input, context, signal)
    return
  }
  yield finished(handOver(input, context, { profile, made, bytes }))
}

function rowsToExport(input: ExportInput, context: Context, profile: ExportProfile): ExportRows {
  const { db } = vaultOf(context)
  const session = sessionById(db, input.sessionId) ?? refuseWith('unknown-session')
  const facts = factsToExport(db, session, input.all)
  if (facts.length === 0) refuseWith('nothing-to-export')
  return exportRows({ profile, facts, codeTables, rounding: defaultHoursRule.rounding })
}

interface Made {
  readonly profile: ExportProfile
  readonly made: ExportRows
  readonly bytes: Uint8Array
}

/** Ready, recorded, delivered, in this order: no file leaves of which the vault knows nothing. */
function handOver(input: ExportInput, context: Context, { profile, made, bytes }: Made): Exported {
  const vault = vaultOf(context)
  const session = sessionById(vault.db, input.sessionId) ?? refuseWith('unknown-session')
  const date = dateOf(context.now())
  const name = exportFileName(profile, { session: session.name, date })
  const own = new Set(batchesOf(vault.db, '').map((batch) => batch.sha256))
  const mayReplace = (found: string): boolean =>
    (input.out.kind === 'path' && input.out.replace) || own.has(found)
  const ready = prepareOutput(context, { out: input.out, file: { bytes, name }, mayReplace })
  const sha256 = hash('sha256', bytes)
  const batchId = context.newId()
  const occasion = occasionOf(context, 'exports.hours')
  const fields = {
    session_id: session.id,
    profile: profile.id,
    file_name: input.out.kind === 'path' ? basename(input.out.path) : name,
    sha256,
    row_count: made.rows.length,
    entry_ids: JSON.stringify(made.entryIds),
    purpose: 'platform',
    exported_at: occasion.at,
    by_user: occasion.userId,
  }
  try {
    vault.apply(occasion, [{ table: 'export_batch', id: batchId, fields }])
  } catch (error) {
    ready.discard()
    throw error
  }
  return answer(made, { batchId, sha256, file: ready.deliver() }, input.language)
}

function profileNamed(id: string): ExportProfile {
  return id === nationalProfile.id
    ? nationalProfile
    : refuseWith('unknown-profile', { profile: id })
}

/** A file that does not hold what was meant is never handed out. */
async function compareWithFile(bytes: Uint8Array, made: ExportRows): Promise<void> {
  const [header, ...rows] = await readBackRows(bytes)
  const meant = JSON.stringify([made.header, ...made.rows])
  if (JSON.stringify([header, ...rows]) !== meant)
    refuseWith('export-mismatch', { meant: made.rows.length, found: rows.length })
}

function answer(
  made: ExportRows,
  written: Pick<Exported, 'batchId' | 'sha256' | 'file'>,
  language: Language,
): Exported {
  return {
    ...written,
    rows: made.rows.length,
    blocked: made.blocked.map(({ name, code, params }) => ({
      name,
      code,
      message: sentence(language, `exports:blocked.${code}`, params),
    })),
    differences: made.differences.map(({ name, registered, exported }) => ({
      name,
      registered,
      exported,
    })),
    rounding: made.rounding,
  }
}
