import { useEffect, type RefObject } from 'react'
import { press } from './roll-call-state.ts'

/**
 * The box hears the keyboard wherever the focus fell by accident, on the page or on the grid, so
 * that a scanner and a clerk never need a click. Buttons, lists and other boxes keep their keys;
 * only Ctrl+Z is heard from a button too.
 */
export function useRollCallKeys(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const ctrl = event.ctrlKey || event.metaKey
      if (isSpent(event) || !isOurs(event.target, box.current, ctrl && event.key === 'z')) return
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

const takesKeys = 'button, a, input, select, textarea, [role="dialog"]'

function isOurs(target: EventTarget | null, box: HTMLElement | null, isUndo: boolean): boolean {
  if (target === box) return true
  if (!(target instanceof Element)) return false
  const other = target.closest(takesKeys)
  return other === null || (isUndo && other.localName === 'button')
}
