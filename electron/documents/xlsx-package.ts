import { posix } from 'node:path'
import { ok, refuse } from '#shared/core/result'
import type { Result } from '#shared/core/result'
import { unzip } from './unzip.ts'
import { countSheets } from './xlsx-count.ts'
import { packageNamespaces, spreadsheetNamespaces } from './xlsx-names.ts'
import { attributeIn, isOn, walkXml } from './walk-xml.ts'
import type { XmlTag } from './walk-xml.ts'

const megabyte = 1024 * 1024
/** Photos and history may be large; a sheet of 200,000 rows is less than 128 megabytes. */
const limits = { entries: 5000, entryBytes: 128 * megabyte, totalBytes: 512 * megabyte }

/** A sheet as the workbook names it, with the part that holds it. */
export interface NamedSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly part: string
}

/** What a workbook says of itself before any sheet is read. */
export interface WorkbookOutline {
  readonly sheets: readonly NamedSheet[]
  readonly is1904: boolean
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
}

/**
 * The outline of a workbook, found by the package's relationships and not by the habits of any one
 * program. Sheets that hold a chart, a dialog or macros of old are left out, for they have no rows.
 * Refuses `file-kind-unknown` for a package that is no workbook, `file-unreadable` for a sheet that
 * is named but not there.
 */
export async function readOutline(bytes: Uint8Array): Promise<Result<WorkbookOutline>> {
  const main = await mainPart(bytes)
  if (!main.ok) return main
  const place = posix.dirname(main.value)
  const relationsPart = posix.join(place, '_rels', `${posix.basename(main.value)}.rels`)
  const parts = await partsOf(bytes, [main.value, relationsPart])
  if (!parts.ok) return parts
  const [workbook, relations] = parts.value
  if (!workbook) return refuse('file-kind-unknown')
  const related = relations ? relationshipsIn(relations, place) : []
  const read = workbookIn(workbook)
  if (!related || !read) return refuse('file-unreadable')
  if (!read.isWorkbook) return refuse('file-kind-unknown')
  if (read.sheets.length !== countSheets(workbook)) return refuse('file-unreadable')
  return outlineOf(read, related)
}

/**
 * The parts of these names in UTF-8, compared without case as the format asks; undefined where one
 * is absent.
 */
export async function partsOf(
  bytes: Uint8Array,
  names: readonly string[],
): Promise<Result<readonly (Uint8Array | undefined)[]>> {
  const wanted = names.map((name) => name.toLowerCase())
  const entries = await unzip(bytes, limits, (entry) => wanted.includes(entry.toLowerCase()))
  if (!entries.ok) return entries
  const found = new Map(
    [...entries.value].map(([name, part]) => [name.toLowerCase(), inUtf8(part)]),
  )
  return ok(wanted.map((name) => found.get(name)))
}

/** The format allows UTF-16 too, and says so by its first bytes. */
function inUtf8(part: Uint8Array): Uint8Array {
  const [first, second] = part
  if (first === 0xff && second === 0xfe)
    return Buffer.from(new TextDecoder('utf-16le').decode(part))
  if (first === 0xfe && second === 0xff)
    return Buffer.from(new TextDecoder('utf-16be').decode(part))
  return part
}

/** The package says which part is the workbook; most programs put it where the last line looks. */
async function mainPart(bytes: Uint8Array): Promise<Result<string>> {
  const parts = await partsOf(bytes, ['_rels/.rels'])
  if (!parts.ok) return parts
  const [relations] = parts.value
  const related = relations ? relationshipsIn(relations, '') : []
  if (!related) return refuse('file-unreadable')
  return ok(partOfKind(related, 'officeDocument') ?? 'xl/workbook.xml')
}

function outlineOf(read: WorkbookPart, related: readonly Relationship[]): Result<WorkbookOutline> {
  const sheets: NamedSheet[] = []
  for (const { name, isHidden, id } of read.sheets) {
    const relation = related.find((one) => one.id === id)
    if (!relation) return refuse('file-unreadable')
    if (isOfKind(relation, 'worksheet')) sheets.push({ name, isHidden, part: relation.target })
  }
  return ok({
    sheets,
    is1904: read.is1904,
    sharedStrings: partOfKind(related, 'sharedStrings'),
    styles: partOfKind(related, 'styles'),
  })
}

function partOfKind(related: readonly Relationship[], kind: string): string | undefined {
  return related.find((relation) => isOfKind(relation, kind))?.target
}

/** The kind ends the type's address, which begins in one of two ways. */
function isOfKind({ type }: Relationship, kind: string): boolean {
  return type.endsWith(`/${kind}`)
}

function relationshipsIn(part: Uint8Array, place: string): readonly Relationship[] | null {
  const related: Relationship[] = []
  const open = (tag: XmlTag): void => {
    if (tag.local !== 'Relationship' || attributeIn(tag, 'TargetMode') === 'External') return
    const target = attributeIn(tag, 'Target') ?? ''
    related.push({
      id: attributeIn(tag, 'Id') ?? '',
      type: attributeIn(tag, 'Type') ?? '',
      target: posix.join('/', target.startsWith('/') ? '' : place, target).slice(1),
    })
  }
  const visitor = { open, close: () => undefined, text: () => undefined }
  return walkXml(part, packageNamespaces, visitor) ? related : null
}

interface WorkbookPart {
  readonly isWorkbook: boolean
  readonly is1904: boolean
  readonly sheets: readonly {
    readonly name: string
    readonly isHidden: boolean
    readonly id: string
  }[]
}

function workbookIn(part: Uint8Array): WorkbookPart | null {
  const read = { isWorkbook: false, is1904: false, sheets: [] as WorkbookPart['sheets'][number][] }
  const open = (tag: XmlTag): void => {
    if (tag.local === 'workbook') read.isWorkbook = true
    if (tag.local === 'workbookPr') read.is1904 = isOn(attributeIn(tag, 'date1904'))
    if (tag.local === 'sheet') read.sheets.push(namedSheet(tag))
  }
  const visitor = { open, close: () => undefined, text: () => undefined }
  return walkXml(part, spreadsheetNamespaces, visitor) ? read : null
}

function namedSheet(tag: XmlTag): WorkbookPart['sheets'][number] {
  const state = attributeIn(tag, 'state') ?? 'visible'
  const id = Object.values(tag.attributes).find(
    ({ local, uri }) => local === 'id' && uri.endsWith('/relationships'),
  )
  return {
    name: attributeIn(tag, 'name') ?? '',
    isHidden: state !== 'visible',
    id: id?.value ?? '',
  }
}
