import packageJson from '#package' with { type: 'json' }

/** The program's own version. */
export const version = packageJson.version
