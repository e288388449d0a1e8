/**
 * All that passes between the page and the shell besides the core's port, on one page. The page
 * sees `DesktopBridge` as `window.desktop`; everything about the school goes through the port.
 */
export interface DesktopBridge<DroppedFile = unknown> {
  readonly platform: string
  /** The path of a dropped or chosen file; empty for one that was made in the page. */
  readonly pathForFile: (file: DroppedFile) => string
  /** The chosen paths; none when the dialog was closed. */
  readonly openFile: (request: OpenRequest) => Promise<readonly string[]>
  readonly saveFile: (request: SaveRequest) => Promise<string | null>
  /** Whether it was printed: false when the person closed the dialog. */
  readonly printWindow: () => Promise<boolean>
  readonly onCoreStatus: (listener: (status: CoreStatus) => void) => void
}

export interface OpenRequest {
  readonly title: string
  readonly kind: 'file' | 'files' | 'folder'
  readonly filters: readonly FileFilter[]
}

export interface SaveRequest {
  readonly title: string
  /** The file name proposed, or a whole path. */
  readonly name: string
  readonly filters: readonly FileFilter[]
}

export interface FileFilter {
  readonly name: string
  /** Without a dot: `xlsx`. */
  readonly extensions: readonly string[]
}

/** `restarted`: a new port follows, ask again. `stopped`: only closing the program helps. */
export type CoreStatus = 'restarted' | 'stopped'

export const channels = {
  corePort: 'core-port',
  coreStatus: 'core-status',
  openFile: 'dialog:open-file',
  saveFile: 'dialog:save-file',
  printWindow: 'print:window',
} as const
