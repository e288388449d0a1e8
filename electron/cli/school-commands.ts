import { resolve } from 'node:path'
import { ORPCError } from '@orpc/client'
import { refusalSchema } from '#shared/core/contract'
import type { Verified } from '#shared/vault/contract'
import { teacherFields } from '#shared/people/teacher-field'
import { resultOf } from '#electron/ipc/work'
import type { Command, CommandContext } from './commands.ts'
import { UsageError } from './parse.ts'

/** A number that was typed; anything else is a wrong usage. */
export function numberOf({ option }: CommandContext, name: string): number {
  const number = Number(option(name))
  if (option(name).trim() === '' || Number.isNaN(number))
    throw new UsageError(`--${name} ${option(name)} ?`)
  return number
}

export function fileOf({ words }: CommandContext): { kind: 'path'; path: string } {
  return { kind: 'path', path: resolve(words[0] ?? '') }
}

async function verify(context: CommandContext): Promise<Verified> {
  try {
    await context.login()
    return await context.ask.vault.verify()
  } catch (error) {
    const refusal = error instanceof ORPCError ? refusalSchema.safeParse(error.data) : null
    if (refusal?.data?.code !== 'vault-damaged') throw error
    return {
      ok: false,
      replicaId: '',
      integrity: String(refusal.data.params['what']),
      foreignKeys: '',
      journal: { entries: 0, chainOk: false, faults: [] },
      rows: { checked: 0, faults: [] },
      blobs: { checked: 0, bad: [] },
    }
  }
}

/** Vault, plan, sessions, roster and people. */
export const schoolCommands: readonly Command[] = [
  {
    name: 'vault init',
    needs: ['org', 'region', 'admin'],
    login: false,
    isAlone: true,
    run: async ({ ask, option, env }) => {
      const [org, region, admin] = [option('org'), option('region'), option('admin')]
      return {
        value: await ask.vault.create({
          org,
          region,
          admin,
          password: env['XUNCHENG_PASSWORD'] ?? '',
        }),
      }
    },
  },
  {
    name: 'vault verify',
    // A vault that cannot even be opened is an answer of this command.
    login: false,
    run: async (context) => {
      const value = await verify(context)
      return { value, isRefused: !value.ok }
    },
  },
  {
    name: 'plan import',
    words: ['FILE'],
    needs: ['year'],
    login: true,
    run: async (context) => {
      const input = {
        file: fileOf(context),
        year: numberOf(context, 'year'),
        dryRun: context.isDryRun,
      }
      return { value: await resultOf(await context.ask.plan.import(input)) }
    },
  },
  {
    name: 'plan list',
    needs: ['year'],
    login: true,
    run: async (context) => ({
      value: await context.ask.plan.list({ year: numberOf(context, 'year') }),
    }),
  },
  {
    name: 'session create',
    needs: ['project', 'year', 'name', 'from', 'to'],
    may: ['lessons', 'hours', 'place'],
    login: true,
    run: async (context) => {
      const { ask, option, has } = context
      const lessons = has('lessons') ? option('lessons') : 'half-day'
      if (lessons !== 'half-day' && lessons !== 'none')
        throw new UsageError(`--lessons ${lessons} ?`)
      const value = await ask.sessions.create({
        project: numberOf(context, 'project'),
        year: numberOf(context, 'year'),
        name: option('name'),
        from: option('from'),
        to: option('to'),
        lessons,
        ...(has('hours') ? { hours: numberOf(context, 'hours') } : {}),
        place: option('place'),
      })
      return { value }
    },
  },
  {
    name: 'session list',
    login: true,
    run: async ({ ask }) => ({ value: (await ask.sessions.list()).sessions }),
  },
  {
    name: 'session show',
    words: ['ID'],
    login: true,
    run: async ({ ask, words }) => ({
      value: await ask.sessions.show({ sessionId: words[0] ?? '' }),
    }),
  },
  {
    name: 'roster import',
    words: ['FILE'],
    needs: ['session'],
    login: true,
    run: async (context) => {
      const { ask, option, isDryRun, language } = context
      const input = {
        file: fileOf(context),
        sessionId: option('session'),
        dryRun: isDryRun,
        language,
      }
      return { value: await resultOf(await ask.roster.import(input)) }
    },
  },
  {
    name: 'roster list',
    needs: ['session'],
    login: true,
    run: async ({ ask, option }) => ({
      value: (await ask.roster.list({ sessionId: option('session') })).learners.map(
        ({ enrollmentId, teacherId, name, docType, docNo, unit, origin }) => ({
          enrollmentId,
          teacherId,
          name,
          docType,
          docNo,
          unit,
          origin,
        }),
      ),
    }),
  },
  {
    name: 'roster remove',
    needs: ['session', 'doc', 'reason'],
    login: true,
    run: async ({ ask, option }) => ({
      value: await ask.roster.remove({
        sessionId: option('session'),
        docNo: option('doc'),
        reason: option('reason'),
      }),
    }),
  },
  {
    name: 'teacher set',
    needs: ['doc', 'field', 'value'],
    login: true,
    run: async ({ ask, option }) => {
      const field = teacherFields.find((name) => name === option('field'))
      if (!field) throw new UsageError(`--field ${teacherFields.join('|')} ?`)
      return {
        value: await ask.people.setTeacher({ docNo: option('doc'), field, value: option('value') }),
      }
    },
  },
]
