import { repair, type Repaired } from './repair.ts'

/** A mainland mobile number: 11 digits from 13 to 19 (工信部 《电信网编号计划》, 2017). */
const mobile = /^1[3-9]\d{9}$/
/** Area code of 3 or 4 digits, 7 or 8 digits, perhaps an extension. */
const landline = /^(\(0\d{2,3}\)|0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,5})?$/

/** A telephone number as it is kept: half width, no blanks; dashes go from a mobile number only. */
export function tidyPhone(text: string): Repaired {
  const bare = repair(text, ['full-width', 'formula-quotes', 'apostrophe', 'blanks'])
  const dashed = repair(bare.text, ['dashes'])
  return mobile.test(dashed.text)
    ? { text: dashed.text, repairs: [...bare.repairs, ...dashed.repairs] }
    : bare
}

/** Can this tidied number be called: a mobile number, or one with an area code? */
export function isPhone(phone: string): boolean {
  return mobile.test(phone) || landline.test(phone)
}
