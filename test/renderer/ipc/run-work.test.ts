import { describe, expect, test } from 'vitest'
import type { Work } from '#shared/core/contract'
import { refusalOf } from '#renderer/ipc/refusal'
import { runWork, type Progress } from '#renderer/ipc/run-work'

async function* work(...messages: readonly Work<string>[]): AsyncGenerator<Work<string>> {
  for (const message of messages) yield await Promise.resolve(message)
}

const reading = { type: 'progress', step: 'reading', done: 1, of: 2 } as const
const done = { type: 'done', result: 'stored' } as const

describe('runWork', () => {
  test('progress is heard in its order and the result comes last', async () => {
    const heard: Progress[] = []
    const result = await runWork(Promise.resolve(work(reading, done)), (step) => heard.push(step))
    expect(result).toBe('stored')
    expect(heard).toEqual([{ step: 'reading', done: 1, of: 2 }])
  })

  test('work that was cancelled ends as the refusal "cancelled"', async () => {
    const controller = new AbortController()
    const cancelAtOnce = () => {
      controller.abort()
    }
    const running = runWork(
      Promise.resolve(work(reading, reading, done)),
      cancelAtOnce,
      controller.signal,
    )
    const error: unknown = await running.catch((reason: unknown) => reason)
    expect(refusalOf(error)).toEqual({ code: 'cancelled', params: {} })
  })

  test('work that ends without a result is a bug', async () => {
    const running = runWork(Promise.resolve(work(reading)), () => undefined)
    await expect(running).rejects.toThrow('without a result')
  })
})
