// Writes dist/THIRD-PARTY-NOTICES.txt: every package that is shipped, with its licence. A licence
// that does not go with Apache-2.0, or none at all, stops the build.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'

/** Bundled into the page, and so shipped, although npm knows them as development packages. */
const bundled = [
  '@fontsource-variable/noto-sans-sc',
  'antd',
  'react',
  'react-dom',
  'react-i18next',
  'zustand',
]

const compatible =
  /^(MIT|MIT\/X11|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|BlueOak-1\.0\.0|Zlib|Unlicense|CC0-1\.0)$/

export function shippedPackages() {
  const { dependencies } = readJson(join(root, 'package.json'))
  const found = new Map()
  const waiting = [...Object.keys(dependencies), ...bundled].map((name) => ({ name, from: root }))
  for (const { name, from } of waiting) {
    const folder = folderOf(name, from)
    if (!folder || found.has(folder)) continue
    const manifest = readJson(join(folder, 'package.json'))
    found.set(folder, {
      name: manifest.name,
      version: manifest.version,
      licence: licenceOf(manifest),
      folder,
    })
    for (const next of Object.keys(manifest.dependencies ?? {}))
      waiting.push({ name: next, from: folder })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** `(MIT OR CC0-1.0)` lets us choose; every part of an AND must be compatible. */
export function isCompatible(licence) {
  const choices = licence.replace(/[()]/g, '').split(' OR ')
  return choices.some((choice) =>
    choice.split(' AND ').every((part) => compatible.test(part.trim())),
  )
}

export function writeNotices() {
  const packages = shippedPackages()
  const wrong = packages.filter(({ licence }) => !isCompatible(licence))
  if (wrong.length > 0)
    throw new Error(`incompatible: ${wrong.map((p) => `${p.name} ${p.licence}`).join(', ')}`)
  const texts = packages.map(
    ({ name, version, licence, folder }) =>
      `${name} ${version} (${licence})\n\n${licenceText(folder)}`,
  )
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(
    join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'),
    texts.join(`\n\n${'─'.repeat(80)}\n\n`),
  )
}

function folderOf(name, from) {
  for (let at = from; at.startsWith(root); at = join(at, '..')) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  // An optional part for another platform.
  return null
}

function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none'
}

function licenceText(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

if (process.argv[1] === import.meta.filename) writeNotices()
