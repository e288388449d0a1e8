import { useEffect } from 'react'
import { Frame } from '#renderer/frame/Frame'
import { ConnectionBar } from '#renderer/frame/ConnectionBar'
import { onVaultChange } from '#renderer/live'
import { useConnection } from '#renderer/rpc'
import { RefusalBox } from '#renderer/ui/RefusalBox'
import { loadState, useSystem } from '#renderer/system/system-state'
import { FirstRun } from './FirstRun.tsx'
import { Unlock } from './Unlock.tsx'
import { useFirstRun } from './first-run-state.ts'

/** The clock's doubt is seen within a minute. */
const lookAgainMs = 60_000

/** Shows the first run, the lock or the desk, as the core says. */
export function Door() {
  const made = useConnection((connection) => connection.made)
  useEffect(() => {
    if (made === 0) return
    void loadState()
    const timer = setInterval(() => void loadState(), lookAgainMs)
    const forget = onVaultChange(() => void loadState())
    return () => {
      clearInterval(timer)
      forget()
    }
  }, [made])
  return (
    <>
      <ConnectionBar />
      <Inside />
    </>
  )
}

function Inside() {
  const { state, refusal } = useSystem()
  const settingUp = useFirstRun((firstRun) => firstRun.step !== null)
  if (!state) return refusal && <RefusalBox refusal={refusal} />
  if (state.vault === 'none' || settingUp) return <FirstRun />
  if (state.vault === 'locked' || !state.user) return <Unlock state={state} />
  return <Frame state={state} user={state.user} />
}
