// Everything the shell imports from `electron`, under Electron's names. A missing name fails when
// the built main is linked; a wrong one does not compile, here or in the classes behind it.
export { app } from './app.ts'
export { StandInWindow as BrowserWindow } from './browser-window.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { StandInMenu as Menu } from './menu.ts'
export { StandInMessageChannel as MessageChannelMain } from './ports.ts'
export { protocol, session } from './session.ts'
export { StandInUtilityProcess as utilityProcess } from './utility-process.ts'
