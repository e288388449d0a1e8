/** A file dropped beside a place for files must not replace the page by the file. */
export function keepDroppedFilesOut(): void {
  for (const type of ['dragover', 'drop'] as const) {
    window.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      if (type === 'dragover' && !isForFiles(event.target)) event.dataTransfer.dropEffect = 'none'
    })
  }
}

function isForFiles(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.drop') !== null
}
