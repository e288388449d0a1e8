import { guarded, os, refuseInDryRun } from '#electron/context'
import { runDemo } from './run-demo.ts'

export const demoHandlers = {
  open: os.demo.open.handler(({ input, context, signal }) =>
    guarded(context, runDemo(input.out, context, signal)),
  ),
  leave: os.demo.leave.handler(async ({ context }) => {
    refuseInDryRun(context)
    if (context.desk.file()?.demo === true) await context.desk.moveTo('')
    return { left: true as const }
  }),
}
