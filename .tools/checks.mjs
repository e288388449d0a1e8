import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ownNode, root } from './setup.mjs'

const reports = join(root, 'node_modules', '.cache', 'xuncheng-tests')
const bin = (path) => join(root, 'node_modules', path)

/** What must hold before a change is good, in the order in which a failure is cheapest to learn. */
export const checks = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '-b'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  {
    name: 'format',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
  { name: 'unused code', args: [bin('knip/bin/knip.js')] },
  {
    name: 'unit tests',
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'vitest.json')}`,
    ],
    report: 'vitest.json',
  },
]

export const browserTests = {
  name: 'browser and desktop tests',
  args: [bin('@playwright/test/cli.js'), 'test'],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'playwright.json') },
  report: 'playwright.json',
}

/** Runs every check, also after one has failed, and says which did; true when all hold. */
export function runAll(list) {
  mkdirSync(reports, { recursive: true })
  const failed = []
  for (const { name, args, env, report } of list) {
    if (report) rmSync(join(reports, report), { force: true })
    process.stdout.write(`── ${name}\n`)
    const started = Date.now()
    const done = spawnSync(ownNode, args, {
      cwd: root,
      stdio: ['ignore', 1, 1],
      env: { ...process.env, ...env },
    })
    const seconds = Math.round((Date.now() - started) / 1000)
    process.stdout.write(`   ${name}: ${done.status === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`)
    if (done.status !== 0) failed.push(name)
  }
  if (failed.length > 0) process.stdout.write(`Failed: ${failed.join(', ')}\n`)
  return failed.length === 0
}

/** Passed and failed tests of both runners; a runner that left no report counts as one failure. */
export function totals() {
  const vitest = readReport('vitest.json')
  const playwright = readReport('playwright.json')
  const add = (...counts) => ({
    passed: counts.reduce((sum, c) => sum + c.passed, 0),
    failed: counts.reduce((sum, c) => sum + c.failed, 0),
  })
  return add(
    vitest
      ? { passed: vitest.numPassedTests, failed: vitest.numFailedTests }
      : { passed: 0, failed: 1 },
    playwright
      ? {
          passed: playwright.stats.expected + playwright.stats.flaky,
          failed: playwright.stats.unexpected,
        }
      : { passed: 0, failed: 1 },
  )
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'))
  } catch {
    // The runner died before it could report: `totals` counts that.
    return null
  }
}
