import { describe, expect, test } from 'vitest'
import { stillHeld, type RosterBatch } from '#shared/sessions/held-rows'

function aBatch(fileName: string, accepted: string[], held: string[]): RosterBatch {
  const rows = held.map((name, i) => ({ sheet: '一', row: 4 + i, name, code: 'id-damaged' }))
  return { fileName, at: '2024-04-10', report: { accepted, held: rows } }
}

const namesHeld = (...batches: RosterBatch[]): readonly string[] =>
  stillHeld(batches).map(({ name, fileName }) => `${fileName} ${name}`)

describe('stillHeld', () => {
  test('a held row waits until a person of that name was taken, in whatever file', () => {
    const first = aBatch('花名册.xlsx', ['王芳'], ['文霞', '侯磊'])
    expect(namesHeld(first)).toEqual(['花名册.xlsx 文霞', '花名册.xlsx 侯磊'])
    expect(namesHeld(first, aBatch('改好.xlsx', ['文 霞'], []))).toEqual(['花名册.xlsx 侯磊'])
  })

  test('another school’s file of the same name hides nobody', () => {
    const other = aBatch('花名册.xlsx', ['赵敏'], ['雷伟'])
    expect(namesHeld(aBatch('花名册.xlsx', [], ['文霞']), other)).toEqual([
      '花名册.xlsx 文霞',
      '花名册.xlsx 雷伟',
    ])
  })

  test('a row that is held again waits once, where it was read last', () => {
    const again = aBatch('第二次.xlsx', [], ['文霞'])
    expect(namesHeld(aBatch('第一次.xlsx', [], ['文霞']), again)).toEqual(['第二次.xlsx 文霞'])
  })

  test('a row without a name waits until its file is read again', () => {
    const unnamed = aBatch('a.xlsx', [], [''])
    expect(stillHeld([unnamed, aBatch('b.xlsx', ['王芳'], [])])).toHaveLength(1)
    expect(stillHeld([unnamed, aBatch('a.xlsx', ['王芳'], [])])).toHaveLength(0)
  })
})
