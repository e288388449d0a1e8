/** A core that lives this long after a crash has recovered; sooner, the cause is still there. */
export const restartPauseMs = 10 * 60_000

/** Whether a core that ended by itself is started again: once, not over and over. */
export function mayRestart(lastRestartMs: number | null, nowMs: number): boolean {
  return lastRestartMs === null || nowMs - lastRestartMs >= restartPauseMs
}
