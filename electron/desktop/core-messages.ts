/** What the shell tells the core's process; the page speaks to it through the port alone. */
export type ToCore =
  | { readonly type: 'start'; readonly options: CoreStart }
  /** Comes with one port, the other end of which a window has. */
  | { readonly type: 'connect' }
  | { readonly type: 'close' }

export interface CoreStart {
  /** Where this user's program data lies; the core decides what it keeps there. */
  readonly userFolder: string
}
