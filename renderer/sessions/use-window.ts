import { useCallback, useRef, useState, type RefCallback } from 'react'

export interface RowWindow {
  readonly from: number
  /** One past the last row that is in the page. */
  readonly to: number
}

/** Rows kept above and below what is seen, so that a turn of the wheel meets no blank. */
const spare = 4

/** Which rows of a long list must be in the page, for what its frame shows. */
export function rowWindow(
  frame: { readonly top: number; readonly height: number },
  rowHeight: number,
  rows: number,
): RowWindow {
  const first = Math.floor(frame.top / rowHeight) - spare
  const last = Math.ceil((frame.top + frame.height) / rowHeight) + spare
  const from = Math.max(0, Math.min(first, rows - 1))
  return { from, to: Math.max(from, Math.min(rows, last)) }
}

interface Frame {
  readonly top: number
  readonly height: number
  readonly width: number
}

/** A frame that is unmeasured yet shows as many rows as a 1366 × 768 screen. */
const unmeasured: Frame = { top: 0, height: 600, width: 0 }

/** Follows a scrolling frame: hand `ref` to it and show only the rows of `rowWindow(frame, …)`. */
export function useFrame<T extends HTMLElement>() {
  const [frame, setFrame] = useState<Frame>(unmeasured)
  const element = useRef<T | null>(null)
  const ref: RefCallback<T> = useCallback((node: T | null) => {
    element.current = node
    if (node === null) return
    const measure = () => {
      setFrame({ top: node.scrollTop, height: node.clientHeight, width: node.clientWidth })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    node.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      node.removeEventListener('scroll', measure)
    }
  }, [])
  /** Brings a row into sight, moving as little as it can. */
  const scrollTo = useCallback((top: number, height: number) => {
    const node = element.current
    if (node === null) return
    const lowest = top + height - node.clientHeight
    if (top < node.scrollTop) node.scrollTo({ top })
    else if (lowest > node.scrollTop) node.scrollTo({ top: lowest })
  }, [])
  return { ref, scrollTo, frame }
}
