import { DOMParser, onErrorStopParsing, ParseError } from '@xmldom/xmldom'
import type { Element, Node } from '@xmldom/xmldom'

/** Office documents nest about ten levels; far more would overflow whatever walks them. */
const deepest = 256

/**
 * The root of an XML part, or null when it is not well formed, nests too deep, or brings a document
 * type of its own: Office parts have none, and its entities could grow without end.
 */
export function parseXml(bytes: Uint8Array): Element | null {
  const text = textOf(bytes)
  if (/<!DOCTYPE/i.test(text)) return null
  try {
    const options = { locator: false, onError: onErrorStopParsing }
    const root = new DOMParser(options).parseFromString(text, 'text/xml').documentElement
    return root && depthOf(root) <= deepest ? root : null
  } catch (error) {
    if (error instanceof ParseError) return null
    throw error
  }
}

/** The elements directly inside. */
export function childrenOf(element: Element): readonly Element[] {
  const children: Element[] = []
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (isElement(node)) children.push(node)
  }
  return children
}

/** The first element inside with this name, prefix aside. */
export function childNamed(element: Element | undefined, name: string): Element | undefined {
  return element && childrenOf(element).find(({ localName }) => localName === name)
}

/** An attribute's value by its name, prefix aside; undefined when absent. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined
  return [...element.attributes].find((attribute) => attribute.localName === name)?.value
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE
}

/** UTF-8, or UTF-16 when the first bytes say so. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

/** Walked without recursion, since this is what decides whether recursion is safe. */
function depthOf(root: Node): number {
  let depth = 1
  let greatest = 1
  let node: Node | null = root
  while (node) {
    if (node.firstChild) {
      node = node.firstChild
      depth += 1
      greatest = Math.max(greatest, depth)
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth -= 1
    }
    node = node && node !== root ? node.nextSibling : null
  }
  return greatest
}
