/**
 * Every refusal the core can answer. Each has a message and a hint in
 * resources/locales/<language>/refusals.json; a code without text does not compile.
 */
export const refusalCodes = [
  // vault
  'no-vault',
  'vault-exists',
  'folder-not-empty',
  'vault-locked',
  'vault-in-use',
  'vault-damaged',
  'vault-too-new',
  'wrong-password',
  'wrong-recovery-key',
  'password-too-short',
  'password-too-common',
  'unknown-user',
  'not-logged-in',
  'link-used',
  // files
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-encrypted',
  'file-kind-unknown',
  'path-not-allowed',
  'cannot-write-file',
  'file-exists',
  // documents
  'no-plan-table',
  'no-roster-header',
  // plan, sessions, people
  'unknown-project',
  'unknown-session',
  'unknown-lesson',
  'unknown-teacher',
  'not-enrolled',
  'dates-reversed',
  'too-many-lessons',
  // presence
  'lesson-closed',
  'nothing-to-annul',
  'bad-time',
  // hours
  'nothing-to-export',
  'unknown-profile',
  'export-mismatch',
  // work
  'cancelled',
  'no-such-procedure',
  'bad-input',
  'not-in-dry-run',
  'port-in-use',
  'disk-full',
  'unexpected',
] as const

export type RefusalCode = (typeof refusalCodes)[number]
