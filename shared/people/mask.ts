/**
 * How personal data stands in papers that leave the school: document number first 6 and last 4,
 * phone first 3 and last 4, a name of two characters 张*, a longer one first and last (the rule a
 * Henan college was given after it had published whole numbers; domain facts §4.2). One star
 * stands for each hidden character. A number too short for that rule would show nearly all of
 * itself, so it keeps only two at each end, and a very short one nothing.
 */

/** A document number as the public may see it. */
export function maskDocument(docNo: string): string {
  return keepEnds(docNo.trim(), 6, 4)
}

/** A phone number as the public may see it. */
export function maskPhone(phone: string): string {
  return keepEnds(phone.trim(), 3, 4)
}

/** A name as the public may see it; a name of one character is hidden whole. */
export function maskName(name: string): string {
  // A character and the marks that choose its shape are one character to a reader.
  const characters = name.trim().match(/\P{M}\p{M}*/gu) ?? []
  const [first = '', ...others] = characters
  if (others.length === 0) return '*'.repeat(characters.length)
  if (others.length === 1) return `${first}*`
  return `${first}${'*'.repeat(others.length - 1)}${others.at(-1) ?? ''}`
}

/** Four hidden places are the fewest that the rule itself hides, on a phone number. */
const fewestHidden = 4

function keepEnds(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail
  if (hidden >= fewestHidden) return text.slice(0, head) + '*'.repeat(hidden) + text.slice(-tail)
  if (text.length < 2 + fewestHidden + 2) return '*'.repeat(text.length)
  return text.slice(0, 2) + '*'.repeat(text.length - 4) + text.slice(-2)
}
