import { describe, expect, test } from 'vitest'
import { NotConnectedError, newLine } from '#renderer/ipc/line'

describe('newLine', () => {
  test('a call made over a line that is cut fails instead of waiting for ever', async () => {
    const line = newLine<string>()
    const call = Promise.race([line.link, line.gone])
    line.cut()
    await expect(call).rejects.toBeInstanceOf(NotConnectedError)
  })
  test('who waits for the line gets its link', async () => {
    const line = newLine<string>()
    const call = Promise.race([line.link, line.gone])
    line.open('core')
    await expect(call).resolves.toBe('core')
  })
})
