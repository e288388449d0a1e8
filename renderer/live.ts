import { useCallback, useEffect, useRef, useState } from 'react'
import { create } from 'zustand'
import type { Refusal } from '#shared/core/result'
import { NotConnectedError } from '#renderer/ipc/line'
import { refusalOrUnexpected } from '#renderer/ipc/refusal'
import { client, useConnection } from '#renderer/rpc'

export interface Query<T> {
  /** The last answer; kept while it is asked again. */
  readonly data: T | undefined
  readonly refusal: Refusal | null
  readonly loading: boolean
  readonly reload: () => void
}

interface Answer<T> {
  readonly key: string | null
  /** Which asking this answers; another one is still under way when it differs. */
  readonly turn: string
  readonly data: T | undefined
  readonly refusal: Refusal | null
}

interface Changes {
  readonly count: number
  readonly tables: ReadonlySet<string>
}

const useChanges = create<Changes>(() => ({ count: 0, tables: new Set() }))

/**
 * Asks the core and asks again when one of `tables` changed or the connection was made anew. The
 * answer belongs to `key`: another key, another question. A null key asks nothing.
 */
export function useQuery<T>(
  key: string | null,
  fetcher: (signal: AbortSignal) => Promise<T>,
  tables: readonly string[],
): Query<T> {
  const [answer, setAnswer] = useState<Answer<T>>({
    key,
    turn: '',
    data: undefined,
    refusal: null,
  })
  const [asked, setAsked] = useState(0)
  const made = useConnection((connection) => connection.made)
  const turn = `${key ?? ''} ${asked} ${made}`
  const latest = useRef(fetcher)
  useEffect(() => {
    latest.current = fetcher
  })
  const reload = useCallback(() => {
    setAsked((count) => count + 1)
  }, [])
  const listened = tables.join(' ')
  useEffect(() => onChange(listened.split(' '), reload), [listened, reload])

  useEffect(() => {
    if (key === null) return
    const controller = new AbortController()
    void ask(latest.current, controller.signal).then((result) => {
      if (controller.signal.aborted) return
      setAnswer((old) => ({
        key,
        turn,
        data: keptData(old, key),
        refusal: null,
        ...result,
      }))
    })
    return () => {
      controller.abort()
    }
  }, [key, turn])

  const own = answer.key === key
  return {
    data: own ? answer.data : undefined,
    refusal: own ? answer.refusal : null,
    loading: key !== null && answer.turn !== turn,
    reload,
  }
}

/** Calls `then` after each commit that touched one of the tables. */
export function onChange(tables: readonly string[], then: () => void): () => void {
  return useChanges.subscribe((changes) => {
    if (tables.some((table) => changes.tables.has(table))) then()
  })
}

/** Calls `then` when the core speaks without naming a table: the vault was opened, locked or changed for another. */
export function onVaultChange(then: () => void): () => void {
  return useChanges.subscribe((changes) => {
    if (changes.tables.size === 0 || changes.tables.has('vault')) then()
  })
}

/** Listens to the core's commits for the life of the page; after a lost connection, again. */
export async function followChanges(): Promise<never> {
  for (;;) {
    try {
      for await (const { changed } of await client.system.changes()) {
        useChanges.setState(({ count }) => ({ count: count + 1, tables: new Set(changed) }))
      }
    } catch {
      // The connection went away (its bar says so) or the vault is locked: ask again below.
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

function keptData<T>(old: Answer<T>, key: string): T | undefined {
  return old.key === key ? old.data : undefined
}

async function ask<T>(
  fetcher: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly data: T } | { readonly refusal: Refusal } | Record<string, never>> {
  try {
    return { data: await fetcher(signal) }
  } catch (error) {
    // The bar says that the connection is lost; when it stands again, the question is asked again.
    if (error instanceof NotConnectedError) return {}
    return { refusal: refusalOrUnexpected(error) }
  }
}
