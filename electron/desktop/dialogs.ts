import { dialog } from 'electron'
import { z } from 'zod'
import { channels } from './bridge.ts'
import type { OpenRequest, SaveRequest } from './bridge.ts'
import { handleTrusted } from './trusted-ipc.ts'

const filters = z.array(
  z.strictObject({ name: z.string(), extensions: z.array(z.string().regex(/^(\*|[a-z0-9]+)$/i)) }),
)
const openRequest = z.strictObject({
  title: z.string(),
  kind: z.enum(['file', 'files', 'folder']),
  filters,
}) satisfies z.ZodType<OpenRequest>
const saveRequest = z.strictObject({
  title: z.string(),
  name: z.string(),
  filters,
}) satisfies z.ZodType<SaveRequest>

/** A file and a folder cannot be chosen in one dialog on Windows and Linux, so the page says which. */
const properties = {
  file: ['openFile'],
  files: ['openFile', 'multiSelections'],
  folder: ['openDirectory', 'createDirectory'],
} as const

export function answerDialogs(): void {
  handleTrusted(channels.openFile, async (window, input) => {
    const { kind, ...request } = openRequest.parse(input)
    const chosen = await dialog.showOpenDialog(window, {
      ...request,
      properties: [...properties[kind]],
    })
    return chosen.canceled ? [] : chosen.filePaths
  })
  handleTrusted(channels.saveFile, async (window, input) => {
    const { name, ...request } = saveRequest.parse(input)
    const chosen = await dialog.showSaveDialog(window, { ...request, defaultPath: name })
    return chosen.canceled ? null : chosen.filePath
  })
}
