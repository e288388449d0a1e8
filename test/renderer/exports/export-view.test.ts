import { describe, expect, test } from 'vitest'
import { exportStanding, lookedAt, workbookName } from '#renderer/exports/export-view'

describe('lookedAt', () => {
  test('rows and blocked people together are all who were registered', () => {
    const blocked = [{ name: '李静', code: 'document-invalid', message: '' }]
    expect(lookedAt({ rows: 49, blocked })).toBe(50)
  })
})

describe('workbookName', () => {
  test('signs that Windows forbids in a name are replaced', () => {
    expect(workbookName('国内培训学时', '语文/数学：第一期?')).toBe(
      '国内培训学时-语文_数学：第一期_.xlsx',
    )
  })
})

describe('exportStanding', () => {
  test('nobody registered, some in no file, everybody in one', () => {
    expect(exportStanding(0, 0)).toBe('register-first')
    expect(exportStanding(141, 2)).toBe('waiting')
    expect(exportStanding(141, 0)).toBe('all-exported')
  })
})
