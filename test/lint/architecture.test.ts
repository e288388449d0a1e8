import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'

// Typed rules need a file on disk; the borders are drawn by rules that do not.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })

async function rulesBroken(filePath: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map((message) => message.ruleId)
}

const imported = (from: string): string => `import { x } from '${from}'\nexport const y = x\n`

describe('the map of the architecture', () => {
  const forbidden = [
    ['a rule that uses a later feature', 'shared/people/a.ts', '#shared/hours/compute'],
    ['a rule that sees the disk', 'shared/plan/a.ts', 'node:fs'],
    ['a rule that sees the core', 'shared/plan/a.ts', '#electron/plan/store'],
    ['a screen that sees the core', 'renderer/plan/a.ts', '#electron/plan/store'],
    ['the store that knows a feature', 'electron/store/a.ts', '#shared/attendance/conclude'],
    ['a feature that uses one it does not list', 'electron/plan/a.ts', '#electron/hours/store'],
    ['Electron outside the desktop shell', 'electron/plan/a.ts', 'electron'],
    ['a way up and down the tree', 'electron/plan/a.ts', '../hours/store.ts'],
    ['a package nobody agreed on', 'shared/plan/a.ts', 'lodash'],
    ['ui that knows a word of the school', 'renderer/ui/a.tsx', '#renderer/plan/plan-view'],
  ] as const

  for (const [what, file, from] of forbidden)
    test(`${what} is refused`, async () => {
      expect(await rulesBroken(file, imported(from))).toContain('no-restricted-imports')
    })

  const allowed = [
    ['a rule that uses an earlier feature', 'shared/hours/a.ts', '#shared/attendance/model'],
    ['a store that uses its own model', 'electron/plan/a.ts', '#shared/plan/model'],
    ['Electron inside the desktop shell', 'electron/desktop/a.ts', 'electron'],
    ['a neighbour in the same folder', 'shared/plan/a.ts', './model.ts'],
  ] as const

  for (const [what, file, from] of allowed)
    test(`${what} is allowed`, async () => {
      expect(await rulesBroken(file, imported(from))).not.toContain('no-restricted-imports')
    })
})

describe('the pure world', () => {
  const impure = [
    ['the clock', 'export const at = Date.now()\n', 'no-restricted-properties'],
    ['a date of now', 'export const at = new Date()\n', 'no-restricted-syntax'],
    ['chance', 'export const n = Math.random()\n', 'no-restricted-properties'],
  ] as const

  for (const [what, code, rule] of impure)
    test(`${what} is refused in shared`, async () => {
      expect(await rulesBroken('shared/core/a.ts', code)).toContain(rule)
    })
})

describe('the screens', () => {
  const texts = [
    ['text between tags', 'export const A = () => <p>Sign in</p>\n'],
    ['Chinese in an attribute', 'export const A = () => <input aria-label="签到" />\n'],
  ] as const

  for (const [what, code] of texts)
    test(`${what} is refused, since words live in the locale files`, async () => {
      expect(await rulesBroken('renderer/plan/A.tsx', code)).toContain('no-restricted-syntax')
    })
})

describe('the tests', () => {
  for (const word of ['only', 'skip', 'todo'])
    test(`test.${word} is refused`, async () => {
      const code = `import { test } from 'vitest'\ntest.${word}('a', () => {})\n`
      expect(await rulesBroken('test/a.test.ts', code)).toContain('no-restricted-syntax')
    })

  test('a mock of our own code is refused', async () => {
    const code = `import { vi } from 'vitest'\nvi.mock('#shared/plan/model')\n`
    expect(await rulesBroken('test/a.test.ts', code)).toContain('no-restricted-properties')
  })
})
