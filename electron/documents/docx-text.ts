import type { Element } from '@xmldom/xmldom'
import { attributeOf, childNamed, childrenOf } from './xml.ts'

/** What a reader of the printed page does not see: deleted text, field codes, readings above characters. */
const unseen = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'rt',
  'Fallback',
])
const signs: Readonly<Record<string, string>> = {
  br: '\n',
  cr: '\n',
  tab: '\t',
  ptab: '\t',
  noBreakHyphen: '-',
}

/**
 * The blocks of a container, paragraphs and tables in their order, out of content controls,
 * insertions and other wrappers; deleted ones are left out.
 */
export function blocksOf(container: Element): readonly Element[] {
  return childrenOf(container).flatMap((child) => {
    const name = child.localName ?? ''
    if (name === 'p' || name === 'tbl') return [child]
    return isUnseen(child) ? [] : blocksOf(child)
  })
}

/** The elements of one name inside a container, out of the same wrappers, not below one another. */
export function wrappedIn(container: Element, name: 'tr' | 'tc'): readonly Element[] {
  return childrenOf(container).flatMap((child) => {
    if (isUnseen(child)) return []
    return child.localName === name ? [child] : wrappedIn(child, name)
  })
}

/** The text of a cell or a paragraph: paragraphs and rows on lines of their own, nested tables flattened. */
export function textOf(element: Element): string {
  if (element.localName === 'p') return inlineText(element)
  return blocksOf(element)
    .map((block) => (block.localName === 'tbl' ? tableText(block) : inlineText(block)))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

function tableText(table: Element): string {
  return wrappedIn(table, 'tr')
    .map((row) => wrappedIn(row, 'tc').map(textOf).join(' '))
    .join('\n')
}

/** A text box inside a line brings paragraphs of its own. */
function inlineText(element: Element): string {
  return childrenOf(element)
    .map((child) => {
      const name = child.localName ?? ''
      if (name === 't') return child.textContent ?? ''
      if (name === 'txbxContent') return `\n${textOf(child)}\n`
      return signs[name] ?? (isUnseen(child) ? '' : inlineText(child))
    })
    .join('')
}

function isUnseen(element: Element): boolean {
  const name = element.localName ?? ''
  if (unseen.has(name) || name.endsWith('Pr')) return true
  if (name === 'r') return isOn(childNamed(childNamed(element, 'rPr'), 'vanish'))
  // The grey "click here to enter text" of a form field that nobody filled in.
  if (name === 'sdt') return isOn(childNamed(childNamed(element, 'sdtPr'), 'showingPlcHdr'))
  return name === 'tr' && childNamed(childNamed(element, 'trPr'), 'del') !== undefined
}

function isOn(mark: Element | undefined): boolean {
  return mark !== undefined && !['0', 'false', 'off'].includes(attributeOf(mark, 'val') ?? '1')
}
