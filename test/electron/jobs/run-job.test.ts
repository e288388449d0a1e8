import { describe, expect, test } from 'vitest'
import { runJob } from '#electron/jobs/run-job'
import { CancelledError } from '#electron/jobs/cancelled'
import { rowXml, workbookByHand } from '#test/electron/documents/zip-by-hand'

const limits = { megabytes: 1024, readingMs: 10_000 }
const roster = (rows: number): { bytes: Uint8Array; name: string } => ({
  bytes: workbookByHand(rowXml(['张伟', '某镇第一小学', '备注']).repeat(rows)),
  name: '名单.xlsx',
})
const tooLarge = { ok: false, refusal: { code: 'file-too-large', params: { file: '名单.xlsx' } } }

describe('runJob', () => {
  test('a table is read in a worker', async () => {
    const read = await runJob('read-table', roster(2))
    expect(read.ok && read.value[0]?.rows).toHaveLength(2)
  })

  test('a file that takes too long is refused as too large, and its worker ends', async () => {
    const read = runJob('read-table', roster(2), undefined, { ...limits, readingMs: 1 })
    expect(await read).toEqual(tooLarge)
  })

  test('a file that fills the memory of its worker is refused as too large', async () => {
    const read = runJob('read-table', roster(150_000), undefined, { ...limits, megabytes: 40 })
    expect(await read).toEqual(tooLarge)
  })

  test('who stops the work gets no answer', async () => {
    const stop = new AbortController()
    const read = runJob('read-table', roster(2), stop.signal)
    stop.abort()
    await expect(read).rejects.toThrow(CancelledError)
  })
})
