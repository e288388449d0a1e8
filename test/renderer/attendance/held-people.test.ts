import { describe, expect, test } from 'vitest'
import { heldPeopleOf, heldPersonFor } from '#renderer/attendance/held-people'

const row = { sheet: '灵井镇', row: 7, code: 'id-missing', message: '没有填写证件号码。' }

describe('heldPersonFor', () => {
  test('who is held is found by characters and by initials, not by a middle', async () => {
    const held = await heldPeopleOf([{ ...row, name: '王新华' }])
    expect(heldPersonFor(held, '王新')?.message).toBe('没有填写证件号码。')
    expect(heldPersonFor(held, 'wxh')?.name).toBe('王新华')
    expect(heldPersonFor(held, '新华')).toBeUndefined()
    expect(heldPersonFor(held, '')).toBeUndefined()
  })
  test('a held row without a name is nobody', async () => {
    expect(await heldPeopleOf([{ ...row, name: ' ' }])).toEqual([])
  })
})
