import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowWindow } from '#renderer/sessions/use-window'

describe('rowWindow', () => {
  test('of 600 rows only those in sight and a few around them stand in the page', () => {
    const { from, to } = rowWindow({ top: 5_000, height: 500 }, 50, 600)
    expect(from).toBeLessThanOrEqual(100)
    expect(to).toBeGreaterThanOrEqual(110)
    expect(to - from).toBeLessThan(25)
  })
  test('an empty list has an empty window', () => {
    expect(rowWindow({ top: 0, height: 500 }, 50, 0)).toEqual({ from: 0, to: 0 })
  })
  test('whatever the frame shows lies in the window, and the window in the list', () => {
    const frames = fc.record({ top: fc.nat(100_000), height: fc.nat(2_000) })
    fc.assert(
      fc.property(frames, fc.nat(1_000), (frame, rows) => {
        const { from, to } = rowWindow(frame, 50, rows)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(rows)
        const firstSeen = Math.floor(frame.top / 50)
        if (firstSeen < rows) {
          expect(from).toBeLessThanOrEqual(firstSeen)
          expect(to).toBeGreaterThanOrEqual(
            Math.min(rows, Math.ceil((frame.top + frame.height) / 50)),
          )
        }
      }),
    )
  })
})
