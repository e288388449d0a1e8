import { useEffect, type RefObject } from 'react'
import { press } from './roll-call-state.ts'

/** As high as the style sheet's low window, px. */
const lowWindow = 500

/**
 * The box hears the keyboard wherever the focus fell by accident, on the page, on the grid or on a
 * button just clicked, so that a scanner and a clerk never need a click. Buttons and lists keep the
 * keys that work them (Enter, blank, arrows), other boxes and dialogs keep all.
 */
export function useRollCallKeys(box: RefObject<HTMLInputElement | null>, connected: boolean): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const ctrl = event.ctrlKey || event.metaKey
      if (isSpent(event) || !isOurs(event, box.current)) return
      const key = { key: event.key, ctrl, composing: event.isComposing, at: event.timeStamp }
      if (press(key)) event.preventDefault()
      else if (!ctrl && event.key.length === 1) box.current?.focus()
    }
    document.addEventListener('keydown', hear)
    return () => {
      document.removeEventListener('keydown', hear)
    }
  }, [box])
  useEffect(() => {
    if (!connected) return
    box.current?.focus()
    // In a low window the box begins the page, so that the answer and the names follow it in sight.
    if (window.innerHeight < lowWindow) box.current?.closest('.roll-bar')?.scrollIntoView()
  }, [box, connected])
}

/** A key held down marks once: the second mark would be another person's. */
function isSpent(event: KeyboardEvent): boolean {
  return (
    event.defaultPrevented || event.altKey || (event.repeat && /^(Enter|[0-9])$/.test(event.key))
  )
}

function isOurs({ target, key, ctrlKey }: KeyboardEvent, box: HTMLElement | null): boolean {
  if (target === box) return true
  if (!(target instanceof Element) || target.closest('input, textarea, dialog') !== null)
    return false
  if (target.closest('button, a, select') === null) return true
  return ctrlKey ? key === 'z' : /^\S$/u.test(key)
}
