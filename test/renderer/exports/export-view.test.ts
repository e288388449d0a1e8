import { describe, expect, test } from 'vitest'
import { lookedAt, workbookName } from '#renderer/exports/export-view'

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
