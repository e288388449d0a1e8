/** The rail from top to bottom; the page of each entry and whether this version has it. */
export const railEntries = [
  { page: 'workbench', later: false },
  { page: 'plan', later: false },
  { page: 'sessions', later: false },
  { page: 'people', later: false },
  { page: 'hours', later: false },
  { page: 'archive', later: true },
  { page: 'lecturers', later: true },
  { page: 'reports', later: true },
  { page: 'sync', later: true },
  { page: 'settings', later: false },
] as const

export type LaterPageName = Extract<(typeof railEntries)[number], { readonly later: true }>['page']
