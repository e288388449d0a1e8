import i18next from 'i18next'
import { refusalSchema, type FileIn, type FileOut, type FileWritten } from '#shared/core/contract'
import type { Refusal } from '#shared/core/result'
import { RefusedError } from './refusal.ts'

/** Lets a person choose a file; `accept` is a list of endings such as `.xlsx,.docx`. Null when none was chosen. */
export async function pickFile(accept: string): Promise<FileIn | null> {
  const { desktop } = window
  if (desktop) {
    const [path] = await desktop.openFile({
      title: i18next.t('common:chooseFile'),
      kind: 'file',
      filters: [filterOf(accept.split(',').map((ending) => ending.trim()))],
    })
    return path === undefined ? null : { kind: 'path', path }
  }
  const file = await askBrowser(accept)
  return file && (await fileInOf(file))
}

/** Endings with or without their dot, as a filter of the shell's dialogs. */
function filterOf(endings: readonly string[]) {
  const extensions = endings.map((ending) => ending.replace(/^\./, ''))
  return { name: extensions.join(', '), extensions }
}

/** A chosen or dropped file as the core takes it: its path on the desktop, an upload in a browser. */
export async function fileInOf(file: File): Promise<FileIn> {
  if (window.desktop) return { kind: 'path', path: window.desktop.pathForFile(file) }
  const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    body: file,
  })
  if (!answer.ok) throw new RefusedError(await uploadRefusal(answer))
  return { kind: 'upload', id: uploadId(await answer.json()), name: file.name }
}

/** The name of a file without its folders. */
export function nameOfFile(file: FileIn): string {
  return file.kind === 'path' ? (file.path.split(/[\\/]/).at(-1) ?? '') : file.name
}

/** Where a file shall go: a path that the person chose on the desktop (null when none), a download in a browser. */
export async function saveTarget(suggestedName: string): Promise<FileOut | null> {
  if (!window.desktop) return { kind: 'download' }
  const path = await window.desktop.saveFile({
    title: i18next.t('common:saveFile'),
    name: suggestedName,
    filters: [filterOf([suggestedName.split('.').at(-1) ?? ''])],
  })
  // The dialog asked before it answered the path of a file that stands there.
  return path === null ? null : { kind: 'path', path, replace: true }
}

/** Brings a written file to the person; what was written to a path is already there. */
export function fetchDownload(written: FileWritten): void {
  if (written.kind === 'path') return
  const anchor = document.createElement('a')
  anchor.href = `/files/${encodeURIComponent(written.id)}`
  anchor.download = written.name
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
}

function uploadId(answer: unknown): string {
  if (typeof answer === 'object' && answer && 'id' in answer && typeof answer.id === 'string') {
    return answer.id
  }
  throw new Error('An upload was answered without an id.')
}

async function uploadRefusal(answer: Response): Promise<Refusal> {
  if (answer.status === 413) return { code: 'file-too-large', params: {} }
  const body: unknown = await answer.json().catch(() => null)
  const refusal = refusalSchema.safeParse(body)
  return refusal.success ? refusal.data : { code: 'file-unreadable', params: {} }
}

/** How long after a chooser's `cancel` a choice may still arrive: browsers differ in the order, in ms. */
const lateChoice = 1_000

/** The input stands in the page while the chooser is open: one that does not may be collected meanwhile. */
function askBrowser(accept: string): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.hidden = true
  document.body.append(input)
  const chosen = new Promise<File | null>((resolve) => {
    input.addEventListener('change', () => {
      resolve(input.files?.[0] ?? null)
    })
    input.addEventListener('cancel', () => {
      setTimeout(() => {
        resolve(input.files?.[0] ?? null)
      }, lateChoice)
    })
  })
  input.click()
  return chosen.finally(() => {
    input.remove()
  })
}
