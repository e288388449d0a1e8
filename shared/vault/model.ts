/** 校长, 教务, 班主任, 签到员, 学时员, 档案员, 财务, 只读 */
export const roles = [
  'principal',
  'academic',
  'class-teacher',
  'sign-in-clerk',
  'hours-clerk',
  'archivist',
  'finance',
  'read-only',
] as const
export type Role = (typeof roles)[number]

/** The shortest password that is taken, in characters. */
export const shortestPassword = 8

/** Why a password may not be used, or null when it may: too short, or one that everybody tries first. */
export function passwordFault(
  password: string,
  commonPasswords: readonly string[],
): 'password-too-short' | 'password-too-common' | null {
  if (Array.from(password).length < shortestPassword) return 'password-too-short'
  return commonPasswords.includes(password.toLowerCase()) || /^(.)\1*$/u.test(password)
    ? 'password-too-common'
    : null
}
