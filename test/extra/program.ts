import { spawnSync } from 'node:child_process'

/** Runs a program that the machine must have; a missing one fails the test with its package's name. */
export function runProgram(
  command: string,
  debianPackage: string,
  args: readonly string[],
): string {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  if (done.error) throw new Error(`${command} is missing: install the package ${debianPackage}`)
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr}`)
  return done.stdout
}
