import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import type { LaunchOptions, RunningDesktop, Work } from './desktop-fixtures.ts'
import type { Answer } from './stand-in/control.ts'

const startTimeMs = 20_000

/** The built program in Node, with the stand-in for `electron`; its window is joined from here. */
export async function launchStandIn(options: LaunchOptions): Promise<RunningDesktop> {
  const program = start(options)
  const ended = once(program, 'exit').then(([code]) => Number(code ?? 1))
  const browser = await joinBrowser(join(options.userFolder, 'stand-in-profile'), program)
  const ask = questions(program)
  return {
    page: await appPage(browser),
    inMain: async <A, R>(work: Work<A, R>, arg: A) =>
      (await ask({ work: work.toString(), arg })) as R,
    launchAgain: async () => {
      const [code] = (await once(start(options), 'exit')) as [number | null]
      return code ?? 1
    },
    ended,
    willDrop: async (path) => {
      await ask({ file: { name: basename(path), path } })
    },
    stop: async () => {
      if (program.connected) program.disconnect()
      const stubborn = setTimeout(() => program.kill('SIGKILL'), startTimeMs)
      await ended
      clearTimeout(stubborn)
    },
  }
}

function start({ main, args }: LaunchOptions): ChildProcess {
  const standIn = resolve('test/desktop/stand-in/register.ts')
  return spawn(process.execPath, ['--import', standIn, main, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Chromium writes its port into its profile when it is ready. */
async function joinBrowser(profile: string, program: ChildProcess): Promise<Browser> {
  const giveUp = Date.now() + startTimeMs
  while (Date.now() < giveUp && program.exitCode === null) {
    const [port] = (
      await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
    ).split('\n')
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    await wait(50)
  }
  throw new Error('The stand-in opened no browser.')
}

async function appPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The stand-in has no window.')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL((url) => url.protocol === 'https:')
  return page
}

function questions(program: ChildProcess): (question: object) => Promise<unknown> {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  program.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  return (question) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, ({ value, error }) => {
        if (error === undefined) resolve(value)
        else reject(new Error(error))
      })
      program.send({ id: last, ...question })
    })
}
