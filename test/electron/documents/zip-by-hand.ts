import { crc32 } from 'node:zlib'

/** A zip package of uncompressed texts, for workbooks that no library would write. */
export function zipByHand(files: Readonly<Record<string, string>>): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path)
    const data = Buffer.from(text)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x21, 8)
    shared.writeUInt32LE(crc32(data), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(data.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, data])
    central.push(Buffer.from('PK\x01\x02\x14\x00'), shared, place, name)
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(locals.length, 8)
  end.writeUInt16LE(locals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of one sheet 表 whose `sheetData` is the given XML. */
export function workbookByHand(sheetData: string): Uint8Array {
  return workbookOf({ sheets: [{ xml: sheetXml(sheetData) }] })
}

/** A worksheet part with these rows, and with what stands behind them. */
export function sheetXml(sheetData: string, behind = ''): string {
  return `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${behind}</worksheet>`
}

/** A row of texts written inside their cells, with the attributes of the row; no cell has a place. */
export function rowXml(texts: readonly string[], attributes = ''): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
  return `<row ${attributes}>${cells}</row>`
}

interface SheetByHand {
  readonly name?: string
  readonly xml: string
  readonly state?: string
  readonly part?: string
  /** Where its relationship says that it lies, when that is not the part itself. */
  readonly target?: string
  readonly kind?: string
}

interface WorkbookByHand {
  readonly sheets: readonly SheetByHand[]
  readonly strings?: string
  readonly styles?: string
  /** What stands in the workbook part before its sheets. */
  readonly before?: string
  /** Where the workbook part lies. */
  readonly place?: string
}

/** A workbook of parts written by hand, to be read by their relationships. */
export function workbookOf({
  sheets,
  strings,
  styles,
  before = '',
  place = 'xl/workbook.xml',
}: WorkbookByHand): Uint8Array {
  const [folder = '', file = ''] = place.split('/')
  const listed = sheets.map(({ kind = 'worksheet', ...sheet }, i) => {
    const [name, state] = [sheet.name ?? '表', sheet.state ? ` state="${sheet.state}"` : '']
    const id = `rId${i + 1}`
    const part = sheet.part ?? `worksheets/sheet${i + 1}.xml`
    return {
      ...sheet,
      part,
      tag: `<sheet name="${name}" sheetId="${i + 1}"${state} r:id="${id}"/>`,
      relation: relationXml(id, kind, sheet.target ?? part),
    }
  })
  const extra = [
    ...(strings === undefined ? [] : [['sharedStrings', 'words.xml', strings] as const]),
    ...(styles === undefined ? [] : [['styles', 'looks.xml', styles] as const]),
  ]
  const related = [
    ...listed.map(({ relation }) => relation),
    ...extra.map(([kind, part]) => relationXml(kind, kind, `/${folder}/${part}`)),
  ]
  return zipByHand({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationsXml(relationXml('rId1', 'officeDocument', place)),
    [place]: `<workbook xmlns="${main}" xmlns:r="${relations}">${before}<sheets>${listed.map(({ tag }) => tag).join('')}</sheets></workbook>`,
    [`${folder}/_rels/${file}.rels`]: relationsXml(...related),
    ...Object.fromEntries(listed.map(({ part, xml }) => [`${folder}/${part}`, xml])),
    ...Object.fromEntries(
      extra.map(([kind, part, content]) => [
        `${folder}/${part}`,
        kind === 'styles'
          ? `<styleSheet xmlns="${main}">${content}</styleSheet>`
          : `<sst xmlns="${main}">${content}</sst>`,
      ]),
    ),
  })
}

function relationXml(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`
}

function relationsXml(...related: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}</Relationships>`
}
