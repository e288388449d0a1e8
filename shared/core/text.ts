/** Full-width digits, letters, signs and spaces as their half-width twins; nothing else changes. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** One line: breaks and runs of blanks removed between Chinese characters, one space elsewhere. */
export function onOneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}（）、，。；：“”]) (?=[\p{Script=Han}（）、，。；：“”])/gu, '')
    .trim()
}

/** The form in which names, headers and unit names are compared: half width, composed, no blanks. */
export function comparable(text: string): string {
  return toHalfWidth(text.normalize('NFC')).replace(/[\s\u200B-\u200D\uFEFF]/g, '')
}
