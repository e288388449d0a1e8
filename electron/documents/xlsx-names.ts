/** The words of the workbook format, in its two kinds: the usual one and the strict one of ISO 29500. */

export const spreadsheetNamespaces = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
] as const

export const packageNamespaces = [
  'http://schemas.openxmlformats.org/package/2006/relationships',
] as const

/** A workbook's own limits: columns to XFD, rows to 1048576, characters in a cell. */
export const mostColumns = 16_384
export const mostRowNumber = 1_048_576
export const longestCell = 32_767
