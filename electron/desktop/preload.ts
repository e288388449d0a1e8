import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { channels } from './bridge.ts'
import type { CoreStatus, DesktopBridge } from './bridge.ts'

// A port cannot cross the context bridge, so it is posted into the page, and to this page only
// (https://electronjs.org/docs/latest/tutorial/message-ports). Main sends it after the page's load
// event, when the page's listener stands.
ipcRenderer.on(channels.corePort, (event) => {
  window.postMessage(channels.corePort, window.location.origin, [...event.ports])
})

contextBridge.exposeInMainWorld('desktop', {
  platform: process.platform,
  pathForFile: (file) => webUtils.getPathForFile(file),
  openFile: (request) => ipcRenderer.invoke(channels.openFile, request) as Promise<string[]>,
  saveFile: (request) => ipcRenderer.invoke(channels.saveFile, request) as Promise<string | null>,
  printWindow: () => ipcRenderer.invoke(channels.printWindow) as Promise<boolean>,
  onCoreStatus: (listener) => {
    ipcRenderer.on(channels.coreStatus, (_, status: CoreStatus) => {
      listener(status)
    })
  },
} satisfies DesktopBridge<File>)
