import { useEffect, type RefObject } from 'react'
import { press } from './roll-call-state.ts'

/**
 * The box hears the keyboard wherever the focus fell by accident, on the page, on the grid or on a
 * button just clicked, so that a scanner and a clerk never need a click. Buttons and lists keep the
 * keys that work them (Enter, blank, arrows), other boxes and dialogs keep all.
 */
export function useRollCallKeys(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const ctrl = event.ctrlKey || event.metaKey
      if (isSpent(event) || !isOurs(event, box.current)) return
      const key = { key: event.key, ctrl, composing: event.isComposing, at: event.timeStamp }
      if (press(key)) event.preventDefault()
      else if (!ctrl && event.key.length === 1) box.current?.focus()
    }
    document.addEventListener('keydown', hear)
    box.current?.focus()
    return () => {
      document.removeEventListener('keydown', hear)
    }
  }, [box])
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
