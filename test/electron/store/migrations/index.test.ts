import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { migrations } from '#electron/store/migrations/index'

const here = new URL('./', import.meta.url)
const sources = new URL('../../../../electron/store/migrations/', import.meta.url)

const fileOf = (version: number, name: string): string =>
  `${String(version).padStart(4, '0')}-${name}`

describe('migrations', () => {
  test('versions rise, in steps of ten from 10', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => (i + 1) * 10))
  })

  test.each(migrations.map(({ version, name }) => fileOf(version, name)))(
    '%s has a test of its own',
    (file) => {
      expect(existsSync(new URL(`${file}.test.ts`, here))).toBe(true)
    },
  )

  test('every file of a migration is in the list', () => {
    const files = readdirSync(sources).filter((file) => /^\d{4}-.*\.ts$/.test(file))
    expect(files.toSorted()).toEqual(
      migrations.map(({ version, name }) => `${fileOf(version, name)}.ts`),
    )
  })
})
