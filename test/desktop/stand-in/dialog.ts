/** A test answers a dialog by replacing its function, in the stand-in as in Electron. */
function unanswered(name: string): () => Promise<never> {
  return () => Promise.reject(new Error(`dialog.${name}: the test gave no answer`))
}

export const dialog = {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`${title}: ${content}\n`)
  },
} satisfies Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'
>
