import type { Changed, Desk } from '#electron/desk'

/**
 * After each commit the tables that changed, so that every window and browser shows the same. What
 * changes while a message is on its way is gathered into the next one.
 */
export async function* tablesChanged(
  desk: Desk,
  signal?: AbortSignal,
): AsyncGenerator<{ changed: string[] }> {
  let waiting = new Set<string>()
  let wake: () => void = () => undefined
  const tell = (changed: Changed): void => {
    // Opening or locking the vault changes everything.
    for (const table of changed.size === 0 ? ['vault'] : changed) waiting.add(table)
    wake()
  }
  const unsubscribe = desk.subscribe(tell)
  const stop = (): void => {
    wake()
  }
  signal?.addEventListener('abort', stop)
  try {
    yield { changed: [] }
    while (!signal?.aborted) {
      if (waiting.size === 0) await new Promise<void>((resolve) => (wake = resolve))
      if (waiting.size === 0) continue
      const changed = [...waiting]
      waiting = new Set()
      yield { changed }
    }
  } finally {
    unsubscribe()
    signal?.removeEventListener('abort', stop)
  }
}
