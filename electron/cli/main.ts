// The driver dies without a word on an older Node, so the version is asked before anything is loaded.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(`Node ${process.versions.node} < 24: npm run -s cli -- …\n`)
  process.exitCode = 3
} else {
  const { runTerminal } = await import('./run.ts')
  process.exitCode = await runTerminal(process.argv.slice(2), process.env)
}

export {}
