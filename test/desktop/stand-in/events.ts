import type { EventEmitter } from 'node:events'

/** An event a listener may refuse, as Electron's are. */
export interface RefusableEvent {
  readonly defaultPrevented: boolean
  readonly preventDefault: () => void
}

export function refusable<T extends object>(details: T): RefusableEvent & T {
  let isPrevented = false
  return {
    ...details,
    get defaultPrevented() {
      return isPrevented
    },
    preventDefault: () => {
      isPrevented = true
    },
  }
}

/** Emits and tells whether a listener refused. */
export function isRefused(
  emitter: EventEmitter,
  name: string,
  details: object,
  ...rest: readonly unknown[]
): boolean {
  const event = refusable(details)
  emitter.emit(name, event, ...rest)
  return event.defaultPrevented
}
