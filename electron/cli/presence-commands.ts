import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { presenceKinds, type PresenceKind } from '#shared/attendance/model'
import { refusalSchema } from '#shared/core/contract'
import { sentence } from '#electron/i18n'
import type { Command, CommandContext } from './commands.ts'
import { UsageError } from './parse.ts'

const lineSchema = z.object({
  lesson: z.string(),
  doc: z.string(),
  kind: z.enum(presenceKinds),
  at: z.string(),
  means: z.string().min(1).max(20).default('import'),
})

interface Refused {
  readonly line: number
  readonly code: string
  readonly message: string
}

export const presenceCommands: readonly Command[] = [
  {
    name: 'presence add',
    needs: ['session', 'lesson', 'doc', 'kind'],
    may: ['at', 'means'],
    login: true,
    run: async ({ ask, option, has }) => ({
      value: await ask.presence.add({
        sessionId: option('session'),
        lessonId: option('lesson'),
        docNo: option('doc'),
        kind: kindOf(option('kind')),
        at: option('at'),
        ...(has('means') ? { means: option('means') } : {}),
      }),
    }),
  },
  {
    name: 'presence load',
    words: ['FILE.jsonl'],
    needs: ['session'],
    login: true,
    run: async (context) => ({ value: await load(context) }),
  },
  {
    name: 'attendance table',
    needs: ['session'],
    login: true,
    run: async ({ ask, option }) => ({
      value: await ask.attendance.table({ sessionId: option('session') }),
    }),
  },
]

function kindOf(typed: string): PresenceKind {
  const kind = presenceKinds.find((known) => known === typed)
  if (!kind) throw new UsageError(`--kind ${presenceKinds.join('|')} ?`)
  return kind
}

/** Each line is acknowledged only after its own commit: what was acknowledged is kept. */
async function load(
  context: CommandContext,
): Promise<{ recorded: number; already: number; refused: Refused[] }> {
  const refused: Refused[] = []
  const counts = { recorded: 0, already: 0 }
  const lines = createInterface({
    input: createReadStream(resolve(context.words[0] ?? ''), 'utf8'),
  })
  let line = 0
  for await (const read of lines) {
    line += 1
    // Notepad puts a byte order mark before the first line.
    const text = read.replace(/^\uFEFF/, '')
    if (text.trim() === '') continue
    const answer = await addLine(context, text)
    if ('code' in answer) {
      refused.push({ line, ...answer })
      continue
    }
    counts[answer.result] += 1
    context.hint(JSON.stringify({ ack: line, eventId: answer.eventId }))
  }
  return { ...counts, refused }
}

async function addLine(
  { ask, option, language }: CommandContext,
  text: string,
): Promise<Omit<Refused, 'line'> | { eventId: string; result: 'recorded' | 'already' }> {
  const parsed = lineSchema.safeParse(jsonOrNull(text))
  if (!parsed.success) return refusedAs('bad-input', { what: z.prettifyError(parsed.error) })
  const { lesson, doc, kind, at, means } = parsed.data
  try {
    return await ask.presence.add({
      sessionId: option('session'),
      lessonId: lesson,
      docNo: doc,
      kind,
      at,
      means,
    })
  } catch (error) {
    // A refusal concerns this line alone; anything else ends the load.
    const refusal =
      error instanceof ORPCError && error.code === 'REFUSED'
        ? refusalSchema.safeParse(error.data)
        : null
    if (!refusal?.success) throw error
    return refusedAs(refusal.data.code, refusal.data.params)
  }

  function refusedAs(
    code: string,
    params: Readonly<Record<string, string | number>>,
  ): Omit<Refused, 'line'> {
    return { code, message: sentence(language, `refusals:${code}.message`, params) }
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON: the schema refuses null and names the line.
    return null
  }
}
