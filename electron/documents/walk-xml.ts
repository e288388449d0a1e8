import { SaxesParser } from 'saxes'
import type { SaxesTagNS } from 'saxes'

export type XmlTag = Pick<SaxesTagNS, 'local' | 'attributes'>

/** What happens on a walk through an XML part; names come without their prefix. */
export interface XmlVisitor {
  open(tag: XmlTag): void
  close(name: string): void
  text(text: string): void
  /** Asked now and then: is what was seen enough to end the walk? */
  isDone?(): boolean
}

/** Bytes that are decoded and walked at once: the whole text of a large part never lies in memory. */
const chunkBytes = 65_536

/**
 * Walks an XML part from start to end without keeping it; elements outside the namespaces are passed
 * over with all they hold. False when it is not well formed, is no UTF-8, or brings a document
 * type of its own: Office parts have none, and its entities could grow without end.
 */
export function walkXml(
  bytes: Uint8Array,
  namespaces: readonly string[],
  visitor: XmlVisitor,
): boolean {
  const state = { isSound: true }
  const parser = parserFor(namespaces, visitor, () => {
    state.isSound = false
  })
  const decode = decoderOf()
  for (let at = 0; at < bytes.length && state.isSound; at += chunkBytes) {
    const text = decode(bytes.subarray(at, at + chunkBytes))
    if (text === null) return false
    parser.write(text)
    if (visitor.isDone?.() === true) return state.isSound
  }
  if (decode() !== '') return false
  parser.close()
  return state.isSound
}

/** An attribute's value by its name without prefix; undefined when absent. */
export function attributeIn(tag: XmlTag, name: string): string | undefined {
  return tag.attributes[name]?.value
}

/** Is a switch of the format on? Writers say 1, true or on. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

/** Gives the next characters, or null when the bytes are no text; without bytes, what is left at the end. */
function decoderOf(): (bytes?: Uint8Array) => string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch (error) {
      if (error instanceof TypeError) return null
      throw error
    }
  }
}

function parserFor(
  namespaces: readonly string[],
  visitor: XmlVisitor,
  fail: () => void,
): SaxesParser<{ readonly xmlns: true; readonly position: false }> {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const known = new Set(['', ...namespaces])
  let foreign = 0
  parser.on('opentag', (tag) => {
    if (foreign > 0 || !known.has(tag.uri)) foreign++
    else visitor.open(tag)
  })
  parser.on('closetag', (tag) => {
    if (foreign > 0) foreign--
    else visitor.close(tag.local)
  })
  const text = (content: string): void => {
    if (foreign === 0) visitor.text(content)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('doctype', fail)
  parser.on('error', fail)
  return parser
}
