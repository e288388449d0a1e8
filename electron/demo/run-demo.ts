import { hash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Work } from '#shared/core/contract'
import type { Demo } from '#shared/demo/contract'
import demoJson from '#resources/demo/demo.json' with { type: 'json' }
import { refuseInDryRun, userIdOf, type Context } from '#electron/context'
import { refuseWith } from '#electron/ipc/refusals'
import { at, finished, resultOf } from '#electron/ipc/work'
import { CancelledError } from '#electron/jobs/cancelled'
import { makeVault } from '#electron/vault/new-vault'
import { demoFile } from './demo-files.ts'
import { presenceStory } from './presence-story.ts'

type Ask = ReturnType<Context['ask']>

/** The whole chain on shipped data: plan → session → roster → roll-call → hours → workbook. */
export async function* runDemo(
  out: string,
  context: Context,
  signal?: AbortSignal,
): AsyncGenerator<Work<Demo>> {
  const { desk, connection } = context
  if (out !== '' && !connection.mayUsePaths) refuseWith('path-not-allowed')
  refuseInDryRun(context)
  // Nobody's work is locked away under his hands by somebody who has not even logged in.
  if (desk.vault() && userIdOf(context) === '')
    refuseWith('vault-in-use', { folder: desk.folder() })
  const folder = out === '' ? freeFolder(context) : out
  mkdirSync(folder, { recursive: true })
  const before = desk.folder()
  try {
    await desk.moveTo(join(folder, 'vault'))
    yield* playDemo(folder, context, signal)
  } catch (error) {
    await desk.moveTo(before)
    throw error
  }
}

async function* playDemo(
  folder: string,
  context: Context,
  signal?: AbortSignal,
): AsyncGenerator<Work<Demo>> {
  const { org, region, user: admin, password } = demoJson
  await makeVault(context, { org, region, admin, password, demo: true })
  const ask = context.ask()
  yield at('reading', 1, 6)
  const plan = await resultOf(
    await ask.plan.import({ file: await upload(context, 'plan'), year: demoJson.year }),
  )
  const session = await ask.sessions.create({
    ...demoJson.session,
    year: demoJson.year,
    lessons: 'half-day',
  })
  yield at('checking', 2, 6)
  const roster = { file: await upload(context, 'roster'), sessionId: session.id }
  const imported = await resultOf(await ask.roster.import(roster))
  yield at('saving', 3, 6)
  const presenceEvents = await signIn(ask, session, signal)
  yield at('saving', 5, 6)
  const registered = await ask.hours.register({ sessionId: session.id })
  const exported = await exportTo(context, ask, { folder, sessionId: session.id })
  yield finished({
    year: demoJson.year,
    projects: plan.projects.length,
    sessionId: session.id,
    rosterRows: imported.rows,
    accepted: imported.accepted,
    held: imported.held.length,
    presenceEvents,
    registered: registered.entries,
    hours: registered.total,
    exportedRows: exported.rows,
    files: exported.files,
    user: demoJson.user,
    password: demoJson.password,
  })
}

/** Every demonstration has a folder of its own: what was tried in the last one stays there. */
function freeFolder({ desk, now }: Context): string {
  return join(desk.demoFolder(), now().slice(0, 19).replaceAll(':', ''))
}

async function upload(
  { shelf }: Context,
  what: 'plan' | 'roster',
): Promise<{ kind: 'upload'; id: string; name: string }> {
  const { name, path } = demoFile(what)
  return { kind: 'upload', id: shelf.put({ name, bytes: await readFile(path) }), name }
}

/** Everybody signs in as the story tells; the lessons stay open, as after a real day. */
async function signIn(
  ask: Ask,
  session: Awaited<ReturnType<Ask['sessions']['create']>>,
  signal?: AbortSignal,
): Promise<number> {
  const { learners } = await ask.roster.list({ sessionId: session.id })
  let recorded = 0
  for (const fact of presenceStory(session.lessons, learners)) {
    if (signal?.aborted) throw new CancelledError()
    if (fact.leave) {
      const { lessonId, teacherId } = fact
      await ask.attendance.mark({ lessonId, teacherId, mark: 'leave' })
      continue
    }
    const { lessonId, teacherId, kind, at: claimed, means } = fact
    const event = { sessionId: session.id, lessonId, teacherId, kind, at: claimed, means }
    const answer = await ask.presence.add(event)
    if (answer.result === 'recorded') recorded += 1
  }
  return recorded
}

async function exportTo(
  { shelf, connection }: Context,
  ask: Ask,
  { folder, sessionId }: { readonly folder: string; readonly sessionId: string },
): Promise<{ rows: number; files: Demo['files'] }> {
  const path = join(folder, demoJson.exportName)
  const out = connection.mayUsePaths
    ? { kind: 'path' as const, path }
    : { kind: 'download' as const }
  const exported = await resultOf(await ask.exports.hours({ sessionId, out }))
  const { file, rows, sha256 } = exported
  if (file.kind === 'path') return { rows, files: [{ path: file.path, sha256 }] }
  return {
    rows,
    files: [{ path: file.name, sha256: hash('sha256', shelf.get(file.id)?.bytes ?? '') }],
  }
}
