import { resolve } from 'node:path'
import { resultOf } from '#electron/ipc/work'
import type { Command } from './commands.ts'

export const hoursCommands: readonly Command[] = [
  {
    name: 'hours compute',
    needs: ['session'],
    login: true,
    run: async ({ ask, option }) => ({
      value: await ask.hours.compute({ sessionId: option('session') }),
    }),
  },
  {
    name: 'hours register',
    needs: ['session'],
    login: true,
    run: async ({ ask, option }) => ({
      value: await ask.hours.register({ sessionId: option('session') }),
    }),
  },
  {
    name: 'hours card',
    needs: ['doc', 'from', 'to'],
    login: true,
    run: async ({ ask, option }) => ({
      value: await ask.hours.card({ docNo: option('doc'), from: option('from'), to: option('to') }),
    }),
  },
  {
    name: 'hours export',
    needs: ['session', 'out'],
    may: ['profile'],
    flags: ['all'],
    login: true,
    run: async ({ ask, option, has, language }) => {
      const work = await ask.exports.hours({
        profile: has('profile') ? option('profile') : 'national',
        sessionId: option('session'),
        out: { kind: 'path', path: resolve(option('out')) },
        all: has('all'),
        language,
      })
      return { value: await resultOf(work) }
    },
  },
]
