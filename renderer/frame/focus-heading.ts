/** A page that is fetched first may take this long to show its heading. */
const longestWaitMs = 3_000

/**
 * Leads the keyboard to the heading of the page that is shown now, once it stands, and to the one
 * that takes its place when the page's first answer comes: Tab goes on from there and a reader of
 * screens says where one is. A page that put the focus into a box of its own, and a person who went
 * elsewhere meanwhile, keep it. Answers how to stop.
 */
export function focusHeading(main: HTMLElement | null): () => void {
  if (main === null) return () => undefined
  const before = document.activeElement
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
  }
  const look = () => {
    const heading = main.querySelector('h1')
    const active = document.activeElement
    if (active === heading) return
    const isFree = active === document.body || active === main || active === before
    if (!isFree || (active !== main && main.contains(active))) stop()
    else heading?.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(look)
  const timer = setTimeout(stop, longestWaitMs)
  observer.observe(main, { childList: true, subtree: true })
  look()
  return stop
}
