import { create } from 'zustand'
import { client } from '#renderer/rpc'

export type Found = Awaited<ReturnType<typeof client.search.find>>['found'][number]

interface SearchState {
  readonly text: string
  /** The text that `found` answers; empty while nothing was asked. */
  readonly answered: string
  readonly found: readonly Found[]
  readonly chosen: number
  readonly open: boolean
}

const closed: SearchState = { text: '', answered: '', found: [], chosen: 0, open: false }

export const useSearch = create<SearchState>(() => closed)

/** A pause long enough not to ask for every key, short enough not to be felt. */
const pauseMs = 120
let timer: ReturnType<typeof setTimeout> | undefined

/** Takes what was typed and asks a moment later. */
export function searchFor(text: string): void {
  useSearch.setState({ text, open: text.trim() !== '' })
  clearTimeout(timer)
  if (text.trim() === '') useSearch.setState({ answered: '', found: [], chosen: 0 })
  else timer = setTimeout(() => void ask(text), pauseMs)
}

/** Moves the choice up or down the list, round its ends. */
export function moveChoice(by: 1 | -1): void {
  useSearch.setState(({ chosen, found }) => ({
    open: found.length > 0,
    chosen: found.length === 0 ? 0 : (chosen + by + found.length) % found.length,
  }))
}

export function closeSearch(): void {
  clearTimeout(timer)
  useSearch.setState(closed)
}

export function hideSearch(): void {
  useSearch.setState({ open: false })
}

async function ask(text: string): Promise<void> {
  try {
    const { found } = await client.search.find({ text: text.trim() })
    // An answer to what is no longer in the box would be a wrong one.
    if (useSearch.getState().text === text) {
      useSearch.setState({ found, answered: text, chosen: 0 })
    }
  } catch {
    // A search that fails shows nothing; the connection's bar says why.
    useSearch.setState({ found: [], answered: text, chosen: 0 })
  }
}
