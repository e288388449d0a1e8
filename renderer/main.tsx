import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/noto-sans-sc'
import { App } from '#renderer/App'
import { startTexts } from '#renderer/i18n'
import { keepDroppedFilesOut } from '#renderer/ipc/dropped-files'
import { followChanges } from '#renderer/live'
import { followHash } from '#renderer/route'
import { connect } from '#renderer/rpc'
import './theme.css'

await startTexts()
followHash()
keepDroppedFilesOut()
connect()
void followChanges()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
