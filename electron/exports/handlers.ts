import { guarded, os, vaultOf } from '#electron/context'
import { exportHours } from './export-hours.ts'
import { batchesOf } from './store.ts'

export const exportsHandlers = {
  hours: os.exports.hours.handler(({ input, context, signal }) =>
    guarded(context, exportHours(input, context, signal)),
  ),
  batches: os.exports.batches.handler(({ input, context }) => ({
    batches: batchesOf(vaultOf(context).db, input.sessionId),
  })),
}
