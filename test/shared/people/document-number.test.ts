import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkDigitOf,
  checkDocumentNumber,
  documentTypeOf,
  to18,
} from '#shared/people/document-number'

const refused = (docType: string, text: string): string => {
  const result = checkDocumentNumber(docType, text)
  return result.ok ? 'accepted' : result.refusal.code
}

const kept = (docType: string, text: string): string => {
  const result = checkDocumentNumber(docType, text)
  return result.ok ? result.value.docNo : result.refusal.code
}

const repairsOf = (text: string): readonly string[] => {
  const result = checkDocumentNumber('1', text)
  return (result.ok ? result.value : result.refusal).repairs.map((one) => one.reason)
}

/** Any number that GB 11643 could give to a person born in these two centuries. */
const validNumber = fc
  .record({
    area: fc.integer({ min: 110000, max: 659999 }),
    born: fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, born, sequence }) => {
    const day = born.toISOString().slice(0, 10).replaceAll('-', '')
    const first17 = `${area}${day}${String(sequence).padStart(3, '0')}`
    return first17 + checkDigitOf(first17)
  })

describe('checkDocumentNumber', () => {
  test('a right number of 18 places is kept as it is', () => {
    expect(checkDocumentNumber('1', '41109919960125404X')).toEqual({
      ok: true,
      value: { docNo: '41109919960125404X', repairs: [] },
    })
  })

  test('full width, blanks, dashes, an apostrophe, a formula and a small x are repaired and named', () => {
    expect(kept('1', '４１１０９９１９９８０１１２４３６２')).toBe('411099199801124362')
    expect(repairsOf('４１１０９９１９９８０１１２４３６２')).toEqual(['full-width'])
    expect(kept('1', "'411099196804184180")).toBe('411099196804184180')
    expect(repairsOf("'411099196804184180")).toEqual(['apostrophe'])
    expect(kept('1', '="411099196804184180"')).toBe('411099196804184180')
    expect(repairsOf('="411099196804184180"')).toEqual(['formula-quotes'])
    expect(kept('1', '411099 19960125 404x')).toBe('41109919960125404X')
    expect(repairsOf('411099 19960125 404x')).toEqual(['blanks', 'lower-case'])
    expect(kept('1', '411099-19960125–404X')).toBe('41109919960125404X')
    expect(repairsOf('411099-19960125–404X')).toEqual(['dashes'])
  })

  test('each repair begins where the one before ended', () => {
    const result = checkDocumentNumber('1', '’４１１０９９ 19960125 404x')
    const repairs = result.ok ? result.value.repairs : []
    expect(repairs.at(0)?.from).toBe('’４１１０９９ 19960125 404x')
    expect(repairs.at(-1)?.to).toBe('41109919960125404X')
    expect(repairs.slice(1).map((one) => one.from)).toEqual(
      repairs.slice(0, -1).map((one) => one.to),
    )
  })

  test('a wrong check digit, an impossible birth date and a letter inside are refused alike', () => {
    expect(refused('1', '411099200012114811')).toBe('id-check-digit')
    const noSuchDay = '41109919960230404'
    expect(refused('1', noSuchDay + checkDigitOf(noSuchDay))).toBe('id-check-digit')
    const bornIn1850 = '41109918500125404'
    expect(refused('1', bornIn1850 + checkDigitOf(bornIn1850))).toBe('id-check-digit')
    expect(refused('1', '41109919960125O04X')).toBe('id-check-digit')
  })

  test('any other length than 18 or 15 is refused by its length', () => {
    expect(refused('1', '41109919960125404')).toBe('id-length')
    expect(refused('1', '4110991996012540400')).toBe('id-length')
    expect(refused('1', 'E12345678')).toBe('id-length')
  })

  test('an empty cell, a dash or a word without a digit is a missing number', () => {
    expect(refused('1', '  ')).toBe('id-missing')
    expect(refused('1', '——')).toBe('id-missing')
    expect(refused('A', '待补')).toBe('id-missing')
  })

  test('a legacy number of 15 places is kept as it is when its date is real', () => {
    expect(kept('1', '411099960125404')).toBe('411099960125404')
    expect(refused('1', '411099960230404')).toBe('id-check-digit')
  })

  test('a residence permit of Hong Kong, Macau or Taiwan follows the same numbering', () => {
    const first17 = '81000019900307123'
    expect(refused('C', first17 + checkDigitOf(first17))).toBe('accepted')
    expect(refused('C', `${first17}${checkDigitOf(first17) === '1' ? '2' : '1'}`)).toBe(
      'id-check-digit',
    )
  })

  test('other documents only have a length and plain signs', () => {
    expect(kept('A', 'e1234 5678')).toBe('E12345678')
    expect(kept('6', 'H12345678')).toBe('H12345678')
    expect(kept('2', '军字第1234567号')).toBe('军字第1234567号')
    expect(refused('A', 'E1')).toBe('id-length')
    expect(refused('A', 'E1234567890123456')).toBe('id-length')
    expect(refused('A', 'E1234#678')).toBe('id-length')
  })

  test('an unknown kind of document is judged as an identity card', () => {
    expect(refused('?', 'E12345678')).toBe('id-length')
  })

  test('every number made by the rule is accepted', () => {
    fc.assert(fc.property(validNumber, (number) => checkDocumentNumber('1', number).ok))
  })

  test('any single digit changed is found', () => {
    fc.assert(
      fc.property(
        validNumber,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, shift) => {
          const digit = String((Number(number[at]) + shift) % 10)
          return !checkDocumentNumber('1', number.slice(0, at) + digit + number.slice(at + 1)).ok
        },
      ),
    )
  })

  test('any other last place is found', () => {
    fc.assert(
      fc.property(validNumber, fc.constantFrom(...Array.from('0123456789X')), (number, last) => {
        const accepted = checkDocumentNumber('1', number.slice(0, 17) + last).ok
        return accepted === (last === number[17])
      }),
    )
  })
})

describe('documentTypeOf', () => {
  test('18 or 15 digits are an identity card', () => {
    expect(documentTypeOf('41109919960125404X')).toBe('1')
    expect(documentTypeOf('411099960125404')).toBe('1')
  })

  test('the area 81, 82 or 83 is a residence permit', () => {
    expect(
      ['810000', '820000', '830000'].map((area) => documentTypeOf(`${area}199003071234`)),
    ).toEqual(['C', 'C', 'C'])
  })

  test('H and M with 8 or 10 digits are permits of Hong Kong and Macau, other letters a passport', () => {
    expect(documentTypeOf('H12345678')).toBe('6')
    expect(documentTypeOf('h1234567801')).toBe('6')
    expect(documentTypeOf('M1234567801')).toBe('7')
    expect(documentTypeOf('E12345678')).toBe('A')
    expect(documentTypeOf('EA1234567')).toBe('A')
  })

  test('a number of the forces is known by its words', () => {
    expect(documentTypeOf('军字第1234567号')).toBe('2')
    expect(documentTypeOf('士字第1234567号')).toBe('3')
  })

  test('what fits nothing else is judged as an identity card', () => {
    expect(documentTypeOf('4110991996')).toBe('1')
    expect(documentTypeOf('')).toBe('1')
  })
})

describe('to18', () => {
  test('a legacy number gets its century and its check digit', () => {
    expect(to18('411099960125404')).toBe('41109919960125404X')
  })

  test('any other text stays as it is', () => {
    expect(to18('E12345678')).toBe('E12345678')
  })
})
