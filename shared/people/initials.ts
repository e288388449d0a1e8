import { pinyin } from 'pinyin-pro'

/** Surnames that families read in two ways; the library's surname table knows one. */
const secondSurnameInitial: Readonly<Record<string, string>> = {
  乐: 'l',
  覃: 't',
  谌: 's',
  隗: 'k',
  郇: 'h',
  郗: 'c',
}

/** Enough for any person's name; a pasted sentence must not multiply without end. */
const mostForms = 32

/**
 * The pinyin initials by which a name may be found, lower case, likeliest first: a surname by its
 * surname reading (曾 z, 单 s), every other character by each of its readings (乐 l or y). A word
 * in Latin letters gives its first letter, digits stay, dots and blanks vanish, and a character
 * without a known reading stands for itself. Empty for an empty name.
 */
export function initialsOf(name: string): readonly string[] {
  const parts = name.normalize('NFC').match(/[A-Za-z]+|[^\s\p{P}\p{M}]/gu) ?? []
  const plain = parts.map((part) => (/^[A-Za-z]/.test(part) ? part.charAt(0) : part)).join('')
  const likeliest = pinyin(plain, { surname: 'head', toneType: 'none', type: 'array' })
  const choices = Array.from(plain).map((character, i) =>
    initialChoices(character, likeliest[i] ?? character, i === 0),
  )
  if (choices.length === 0) return []
  return choices.reduce<readonly string[]>(
    (forms, next) =>
      forms.flatMap((form) => next.map((initial) => form + initial)).slice(0, mostForms),
    [''],
  )
}

function initialChoices(character: string, reading: string, first: boolean): readonly string[] {
  const others = first
    ? [secondSurnameInitial[character] ?? reading]
    : pinyin(character, { multiple: true, toneType: 'none', type: 'array' })
  return [...new Set([reading, ...others].map(initialOf))]
}

function initialOf(reading: string): string {
  return (Array.from(reading)[0] ?? '').toLowerCase()
}
