import type { Element } from '@xmldom/xmldom'
import { ok, refuse } from '#shared/core/result'
import type { Result } from '#shared/core/result'
import type { Sheet } from '#shared/core/sheets'
import { tableToSheet } from './docx-table.ts'
import { blocksOf, textOf } from './docx-text.ts'
import { refuseOleContainer } from './ole-container.ts'
import { unzip } from './unzip.ts'
import { attributeOf, childNamed, childrenOf, parseXml } from './xml.ts'

export interface WordDocument {
  /** One sheet per table, `table-1`, `table-2` … in the document's order. */
  readonly sheets: readonly Sheet[]
  /** The text outside the tables, paragraph by paragraph, without empty ones. */
  readonly paragraphs: readonly string[]
}

const megabyte = 1024 * 1024
/** Photos may be large; the text of a long plan is less than one megabyte. */
const limits = { entries: 5000, entryBytes: 128 * megabyte, totalBytes: 512 * megabyte }
const longestText = 32 * megabyte

/** Both kinds of the Office format, the usual and the strict one. */
const wordNamespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]

/**
 * Reads the tables and paragraphs of a .docx file as a person sees them: deleted text is left out,
 * inserted text is kept, nested tables are flattened into their cell. Refuses `file-empty`,
 * `file-encrypted`, `file-kind-unknown` (old .doc, a workbook, anything else), `file-too-large` and
 * `file-unreadable`.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<WordDocument>> {
  if (bytes.length === 0) return refuse('file-empty')
  const refusal = refuseOleContainer(bytes)
  if (refusal) return refusal
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refuse('file-kind-unknown')
  const main = await mainPart(bytes)
  return main.ok ? readMainPart(main.value) : main
}

function readMainPart(part: Uint8Array): Result<WordDocument> {
  if (part.length > longestText) return refuse('file-too-large')
  const root = parseXml(part)
  if (!root) return refuse('file-unreadable')
  const body = childNamed(root, 'body')
  const isWord = wordNamespaces.includes(root.namespaceURI ?? '')
  return isWord && body ? ok(readBody(body)) : refuse('file-kind-unknown')
}

function readBody(body: Element): WordDocument {
  const blocks = blocksOf(body)
  const tables = blocks.filter(({ localName }) => localName === 'tbl')
  return {
    sheets: tables.map((table, i) => tableToSheet(table, `table-${i + 1}`)),
    paragraphs: blocks
      .filter(({ localName }) => localName === 'p')
      .map((paragraph) => textOf(paragraph).trim())
      .filter((text) => text !== ''),
  }
}

/** The package says which part is the document; its place is a habit of each program. */
async function mainPart(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  const relationships = await partNamed(bytes, '_rels/.rels')
  if (!relationships.ok) return relationships
  const root = parseXml(relationships.value)
  if (!root) return refuse('file-unreadable')
  const document = childrenOf(root).find((part) =>
    attributeOf(part, 'Type')?.endsWith('/officeDocument'),
  )
  const target = attributeOf(document, 'Target')?.replace(/^(?:\.?\/)+/, '')
  return target === undefined ? refuse('file-kind-unknown') : partNamed(bytes, target)
}

/** A zip without the part that makes it an Office document is some other file. */
async function partNamed(bytes: Uint8Array, name: string): Promise<Result<Uint8Array>> {
  const entries = await unzip(bytes, limits, (entry) => entry === name)
  if (!entries.ok) return entries
  const part = entries.value.get(name)
  return part ? ok(part) : refuse('file-kind-unknown')
}
