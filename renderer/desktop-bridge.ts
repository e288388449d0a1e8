interface FileFilter {
  readonly name: string
  /** Without a dot: `xlsx`. */
  readonly extensions: readonly string[]
}

/** What the desktop's preload hands to the page; a browser has none of it. */
export interface DesktopBridge {
  readonly platform: string
  /** The path of a dropped or chosen file; empty for one that was made in the page. */
  readonly pathForFile: (file: File) => string
  /** The chosen paths; none when the dialog was closed. */
  readonly openFile: (request: {
    readonly title: string
    readonly kind: 'file' | 'files' | 'folder'
    readonly filters: readonly FileFilter[]
  }) => Promise<readonly string[]>
  readonly saveFile: (request: {
    readonly title: string
    readonly name: string
    readonly filters: readonly FileFilter[]
  }) => Promise<string | null>
  /** Whether it was printed: false when the person closed the dialog. */
  readonly printWindow: () => Promise<boolean>
  /** `restarted`: a new port follows. `stopped`: only closing the program helps. */
  readonly onCoreStatus: (listener: (status: 'restarted' | 'stopped') => void) => void
}

declare global {
  interface Window {
    readonly desktop?: DesktopBridge
  }
}
