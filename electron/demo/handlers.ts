import { guarded, os } from '#electron/context'
import { runDemo } from './run-demo.ts'

export const demoHandlers = {
  open: os.demo.open.handler(({ input, context, signal }) =>
    guarded(context, runDemo(input.out, context, signal)),
  ),
  leave: os.demo.leave.handler(({ context }) => {
    context.desk.moveTo('')
    return { left: true as const }
  }),
}
