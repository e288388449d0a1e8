/** The core cannot be asked now. Nothing was sent, or no answer came before the connection broke. */
export class NotConnectedError extends Error {
  constructor() {
    super('The core is not connected.')
  }
}

/** One connection from the waiting for it to its end. */
export interface Line<Link> {
  /** The link once it stands. */
  readonly link: Promise<Link>
  /** Fails when the connection is cut, so that no call waits for ever. */
  readonly gone: Promise<never>
  readonly open: (made: Link) => void
  readonly cut: () => void
}

/** A connection that does not stand yet. */
export function newLine<Link>(): Line<Link> {
  let open: Line<Link>['open'] = () => undefined
  let cut: Line<Link>['cut'] = () => undefined
  const link = new Promise<Link>((resolve) => {
    open = resolve
  })
  const gone = new Promise<never>((_, reject) => {
    cut = () => {
      reject(new NotConnectedError())
    }
  })
  // A line that is cut while nobody calls is no fault.
  gone.catch(() => undefined)
  return { link, gone, open, cut }
}
