// `npm run check`: types, lint, format, unused code, unit tests.
import { checks, runAll } from './checks.mjs'

process.exitCode = runAll(checks) ? 0 : 1
