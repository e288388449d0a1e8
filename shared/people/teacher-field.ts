import { ok, refuse, type Result } from '#shared/core/result'
import { onOneLine, toHalfWidth } from '#shared/core/text'
import { tidyPhone } from './phone.ts'

export const teacherFields = ['name', 'unit', 'phone', 'sex', 'stage', 'subject', 'title'] as const
export type TeacherField = (typeof teacherFields)[number]

/** 男 and 女 as words or as codes of GB/T 2261.1; '' when nobody knows. */
const sexes: Readonly<Record<string, string>> = { '': '', 男: '1', 女: '2', 1: '1', 2: '2' }

/**
 * A typed field of a teacher as it is kept: on one line, a phone in half width without blanks, a sex
 * as its code. Refuses `bad-input` for a name of nothing and a sex that is none.
 */
export function teacherFieldValue(field: TeacherField, typed: string): Result<string> {
  const value = onOneLine(typed)
  switch (field) {
    case 'name':
      return value === '' ? refuse('bad-input', { what: field }) : ok(value)
    case 'phone':
      return ok(tidyPhone(value).text)
    case 'sex': {
      const code = sexes[toHalfWidth(value)]
      return code === undefined ? refuse('bad-input', { what: `sex: ${value}` }) : ok(code)
    }
    case 'unit':
    case 'stage':
    case 'subject':
    case 'title':
      return ok(value)
  }
}
