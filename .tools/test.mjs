// `npm test`: everything that must pass on a fresh clone; the last line sums up both runners.
import { build } from './build.mjs'
import { browserTests, checks, runAll, totals } from './checks.mjs'

let isBuilt = true
try {
  build()
} catch (error) {
  isBuilt = false
  process.stdout.write(`Failed: build (${error.message})\n`)
}
const isGood = runAll([...checks, browserTests])
const { passed, failed } = totals()
process.exitCode = isGood && isBuilt && failed === 0 ? 0 : 1
process.stdout.write(`${passed} passed, ${failed} failed\n`)
