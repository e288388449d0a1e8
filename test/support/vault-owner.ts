import { createCore } from '#electron/core'

// Another process that owns a vault until it is killed: says `ready` on a line, then waits.
const [folder = '', password = ''] = process.argv.slice(2)
const core = createCore({ folder, demoFolder: `${folder}-demo` })
await core
  .connect({ host: 'terminal', mayUsePaths: true, login: null })
  .ask()
  .vault.unlock({ password })
const timer = setInterval(() => undefined, 60_000)
process.stdout.write('ready\n')
process.once('SIGTERM', () => {
  clearInterval(timer)
  void core.close()
})
