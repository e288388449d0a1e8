import { ok, refuse } from '#shared/core/result'
import type { Result } from '#shared/core/result'
import { longestCell, spreadsheetNamespaces } from './xlsx-names.ts'
import { walkXml } from './walk-xml.ts'
import type { XmlVisitor } from './walk-xml.ts'

/** Gathers the runs of one string; what is said of its pronunciation (rPh) is no part of it. */
export interface StringRuns {
  open(name: string): void
  close(name: string): void
  text(text: string): void
  take(): string
}

/** A gatherer of strings as they stand in the shared table and inside cells. */
export function stringRuns(): StringRuns {
  let runs = ''
  let isText = false
  let isPhonetic = false
  return {
    open(name) {
      if (name === 'rPh') isPhonetic = true
      if (name === 't') isText = !isPhonetic
    },
    close(name) {
      if (name === 'rPh') isPhonetic = false
      if (name === 't') isText = false
    },
    text(text) {
      if (isText) runs += text
    },
    take() {
      const taken = decodeEscapes(runs)
      runs = ''
      return taken
    },
  }
}

/** `_x000D_` and the like as the characters they stand for (ECMA-376 part 1, §22.9.2.19 ST_Xstring). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )
}

/**
 * The shared strings of a workbook by their index. Refuses `file-unreadable` for a damaged part,
 * `file-too-large` for a string longer than a cell can hold.
 */
export function readSharedStrings(part: Uint8Array): Result<readonly string[]> {
  const strings: string[] = []
  const runs = stringRuns()
  const isTooLong = (): boolean => (strings.at(-1)?.length ?? 0) > longestCell
  const visitor: XmlVisitor = {
    open: ({ local }) => {
      runs.open(local)
    },
    close: (name) => {
      runs.close(name)
      if (name === 'si' && !isTooLong()) strings.push(runs.take())
    },
    text: (text) => {
      runs.text(text)
    },
    isDone: isTooLong,
  }
  const isSound = walkXml(part, spreadsheetNamespaces, visitor)
  if (isTooLong()) return refuse('file-too-large')
  return isSound ? ok(strings) : refuse('file-unreadable')
}
