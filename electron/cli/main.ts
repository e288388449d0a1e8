// The driver dies without a word on an older Node, so the version is asked before anything is loaded.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(`Node ${process.versions.node} < 24: npm run -s cli -- …\n`)
  process.exitCode = 3
} else {
  // A reader that has seen enough (`| head`) ends the command quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const { runTerminal } = await import('./run.ts')
  process.exitCode = await runTerminal(process.argv.slice(2), process.env)
}

export {}
