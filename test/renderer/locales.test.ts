import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Texts = Readonly<Record<string, string>>

const folder = new URL('../../resources/locales/', import.meta.url)
const files = readdirSync(new URL('zh-CN/', folder)).sort()

/** Every text of a file by its whole key, `group.name`. */
function textsOf(language: string, file: string): Texts {
  const tree: unknown = JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8'))
  return Object.fromEntries(flat(tree, ''))
}

function flat(node: unknown, key: string): (readonly [string, string])[] {
  if (typeof node === 'string') return [[key, node]]
  return Object.entries(node as object).flatMap(([name, below]) =>
    flat(below, key === '' ? name : `${key}.${name}`),
  )
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()
}

/** The other language's own name, and what a Chinese paper or platform must read in any language. */
const chineseNames = [
  'common.json otherLanguage',
  'exports.json screen.fileTitle',
  'sessions.json new.namePattern',
  'sessions.json new.runNumerals',
  'vault.json settings.languageName.zh-CN',
]

describe('locales', () => {
  test('both languages have the same files', () => {
    expect(readdirSync(new URL('en/', folder)).sort()).toEqual(files)
  })

  test.each(files)('%s has the same texts in both languages', (file) => {
    expect(Object.keys(textsOf('en', file)).sort()).toEqual(
      Object.keys(textsOf('zh-CN', file)).sort(),
    )
  })

  test.each(files)('%s names the same values in both languages', (file) => {
    const english = textsOf('en', file)
    const values = (texts: Texts) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, placeholders(text)]))
    expect(values(english)).toEqual(values(textsOf('zh-CN', file)))
  })

  test.each(files)('%s has no empty text', (file) => {
    for (const language of ['zh-CN', 'en']) {
      const empty = Object.entries(textsOf(language, file)).filter(([, text]) => text.trim() === '')
      expect(empty).toEqual([])
    }
  })

  test('English texts hold no Chinese characters, but for names that papers and platforms know', () => {
    const chinese = files.flatMap((file) =>
      Object.entries(textsOf('en', file))
        .filter(([, text]) => /\p{Script=Han}/u.test(text))
        .map(([key]) => `${file} ${key}`),
    )
    expect(chinese.filter((place) => !chineseNames.includes(place))).toEqual([])
  })
})

describe('texts that the screens ask for', () => {
  const screens = readdirSync(new URL('../../renderer/', import.meta.url), { recursive: true })
    .map(String)
    .filter((file) => /\.tsx?$/.test(file))

  test('a text that a screen names is there', () => {
    const known = new Set(
      files.flatMap((file) =>
        Object.keys(textsOf('zh-CN', file)).map((key) => `${file.slice(0, -5)}:${key}`),
      ),
    )
    const missing = screens.flatMap((screen) => {
      const source = readFileSync(new URL(`../../renderer/${screen}`, import.meta.url), 'utf8')
      return [...source.matchAll(/'([a-z]+:[\w.-]+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((key) => files.includes(`${key.split(':')[0] ?? ''}.json`) && !known.has(key))
        .map((key) => `${screen} ${key}`)
    })
    expect(missing).toEqual([])
  })

  test('a group of texts that a screen chooses from is there', () => {
    const groups = new Set(
      files.flatMap((file) =>
        Object.keys(textsOf('zh-CN', file)).map(
          (key) => `${file.slice(0, -5)}:${key.split('.').slice(0, -1).join('.')}`,
        ),
      ),
    )
    const missing = screens.flatMap((screen) => {
      const source = readFileSync(new URL(`../../renderer/${screen}`, import.meta.url), 'utf8')
      return [...source.matchAll(/`([a-z]+:[\w.-]+)\.\$\{[^}]+\}`/g)]
        .map((match) => match[1] ?? '')
        .filter((group) => !groups.has(group))
        .map((group) => `${screen} ${group}`)
    })
    expect(missing).toEqual([])
  })
})
