/** The person stopped the work; nothing was written. */
export class CancelledError extends Error {}
