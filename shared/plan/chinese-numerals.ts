const digits = '零一二三四五六七八九'

/** A number below one hundred million in Chinese words, 一百二十 or 两千零五; null for anything else. */
export function chineseNumber(text: string): number | null {
  const [low, high, ...more] = text.split('万').reverse()
  if (low === undefined || more.length > 0) return null
  const ones = low === '' && high !== undefined ? 0 : belowTenThousand(low)
  const tenThousands = high === undefined ? 0 : belowTenThousand(high)
  return ones === null || tenThousands === null ? null : tenThousands * 10_000 + ones
}

/** The same text with Chinese numbers in Arabic digits; what is no proper number stays as it is. */
export function withArabicNumbers(text: string): string {
  return text.replace(/[零〇一二两三四五六七八九十百千万]+/g, (run) => {
    const value = chineseNumber(run)
    return value === null ? run : String(value)
  })
}

function belowTenThousand(text: string): number | null {
  const match =
    /^(?:([一二两三四五六七八九])千)?[零〇]?(?:([一二两三四五六七八九])百)?[零〇]?(?:([一二三四五六七八九]?)十)?[零〇]?([一二两三四五六七八九])?$/.exec(
      text,
    )
  if (!match || /^[零〇]*$/.test(text)) return null
  const [, thousands, hundreds, tens, ones] = match
  return (
    digitOf(thousands) * 1000 +
    digitOf(hundreds) * 100 +
    (tens === '' ? 1 : digitOf(tens)) * 10 +
    digitOf(ones)
  )
}

function digitOf(word: string | undefined): number {
  return word === undefined ? 0 : digits.indexOf(word === '两' ? '二' : word)
}
