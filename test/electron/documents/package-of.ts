import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a zip file made for a test; `size`, of the unpacked content, and `flags` may lie. */
export interface PackedEntry {
  readonly name: string
  readonly content: string | Buffer
  readonly size?: number
  readonly flags?: number
  readonly isDeflated?: boolean
}

/** A zip file, sound unless an entry lies. */
export function packageOf(entries: readonly PackedEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, size, flags = 0x800, isDeflated = false } of entries) {
    const plain = Buffer.from(content)
    const data = isDeflated ? deflateRawSync(plain) : plain
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(isDeflated ? 8 : 0, 4)
    fields.writeUInt32LE(crc32(plain), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(size ?? plain.length, 18)
    fields.writeUInt16LE(path.length, 22)
    parts.push(Buffer.from('504b0304', 'hex'), fields, path, data)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), fields, place, path)
    offset += 4 + fields.length + path.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

const officeDocument =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A Word document with this body. */
export function docxOf(body: string, place = 'word/document.xml'): Uint8Array {
  return packageOf([
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Type="${officeDocument}" Target="/${place}"/></Relationships>`,
    },
    {
      name: place,
      content: `<w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`,
    },
  ])
}

/** A paragraph; a line break in the text is one in the document. */
export function paragraph(text: string): string {
  const [first = '', ...more] = text.split('\n')
  const lines = more.map((line) => `<w:br/><w:t>${line}</w:t>`).join('')
  return `<w:p><w:r><w:t>${first}</w:t>${lines}</w:r></w:p>`
}

/** A table cell with properties such as a span. */
export function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
}

/** A table of rows of cells. */
export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
}
